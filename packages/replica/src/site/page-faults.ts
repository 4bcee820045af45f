import type { PageFault } from "../member/faults.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Answered, Exchange } from "../server/exchange.ts";
import {
  blankPage,
  challengePage,
  deniedPage,
  errorPage,
  forbiddenPage,
  loginPage,
  rememberMePage,
  slowDownPage,
} from "./failures.ts";
import { deleteMe, loop, toChallenge, toSignIn } from "./gate.ts";
import { approvalPage, chooseAccountPage, foreignLoginPage, restrictedPage } from "./walls.ts";

/** Answers a page request with its fault. */
export function answerFault(fault: PageFault, exchange: Exchange, member: ReplicaMember): Answered {
  switch (fault) {
    case "login":
      return toSignIn(exchange);
    case "login200":
      return exchange.html(200, loginPage("/"));
    case "authwall":
      return exchange.redirect("/authwall?trk=gf");
    case "rememberMe":
      return exchange.redirect("/uas/login?session_redirect=%2Ffeed%2F");
    case "checkpoint":
      member.challenged = true;
      return toChallenge(exchange);
    case "captcha200":
      return exchange.html(200, challengePage);
    case "blank":
      return exchange.html(200, blankPage);
    case "401":
      return exchange.html(401, loginPage("/"));
    case "403":
      return exchange.html(403, forbiddenPage);
    case "429":
      return exchange.html(429, slowDownPage);
    case "slowdown200":
      return exchange.html(200, slowDownPage);
    case "500":
      return exchange.html(500, errorPage);
    case "999":
      return exchange.html(999, deniedPage);
    case "redirectLoop":
      return loop(exchange);
    case "deleteMe":
      return deleteMe(exchange);
    case "dropped":
      return exchange.drop();
    case "rememberMe200":
      return exchange.html(200, rememberMePage);
    case "chooseAccount":
      return exchange.html(200, chooseAccountPage);
    case "login200-fr":
      return exchange.html(200, foreignLoginPage("fr"));
    case "login200-de":
      return exchange.html(200, foreignLoginPage("de"));
    case "login200-ja":
      return exchange.html(200, foreignLoginPage("ja"));
    case "approval":
      return exchange.redirect("/checkpoint/challenge/approval/");
    case "approval200":
      return exchange.html(200, approvalPage);
    case "restricted":
      return exchange.redirect("/checkpoint/restricted/");
    case "restricted200":
      return exchange.html(200, restrictedPage);
  }
}
