export { ledgerRecord } from "@lapse/core/ledger/record";
