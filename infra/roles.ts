/**
 * Changes every role of the program: the boundary, and the one role that SST makes without asking.
 * @param boundary ARN of the policy beyond which no role of ours may ever go (infra/access/boundary.json), where the
 *   deploying role demands it; otherwise null
 */
export function rolesWithin(boundary: string | null): void {
  $transform(aws.iam.Role, (args, _options, name) => {
    if (boundary !== null) args.permissionsBoundary = boundary;
    if (name.endsWith("EdgeFunctionRole")) narrowEdge(args);
  });
}

/**
 * The function at the edge writes its log in whichever region is near the viewer, into groups that it makes itself. SST
 * lets it write into every log of the account.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-logs.html
 */
function narrowEdge(args: aws.iam.RoleArgs): void {
  const account = aws.getCallerIdentityOutput().accountId;
  const groups = `log-group:/aws/lambda/us-east-1.${$app.name}-${$app.stage}-*`;
  args.managedPolicyArns = [];
  args.inlinePolicies = [
    {
      name: "inline",
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          {
            actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
            resources: [$interpolate`arn:aws:logs:*:${account}:${groups}`],
          },
        ],
      }).json,
    },
  ];
}
