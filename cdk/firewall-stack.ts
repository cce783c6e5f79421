/** The hardening switch's firewall. CloudFront takes firewalls from us-east-1 only, hence a stack of its own. */
import { Stack, type StackProps } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'

/** Requests of one address in five minutes. A village meeting shares one address: a hundred people who each open the map. */
const requestLimit = 10_000
/** Submissions, edits and withdrawals of one address in five minutes. */
const changeLimit = 300

export class FirewallStack extends Stack {
  readonly webAclArn: string

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, description: 'Vliegwiel: firewall on CloudFront' })
    const acl = new CfnWebACL(this, 'Firewall', {
      description: 'Vliegwiel: limits per address, known bad senders and inputs',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('firewall'),
      rules: [
        limit('requests', 0, requestLimit),
        limit('changes', 1, changeLimit, {
          notStatement: {
            statement: {
              regexMatchStatement: {
                fieldToMatch: { method: {} },
                regexString: '^(GET|HEAD|OPTIONS)$',
                textTransformations: [{ priority: 0, type: 'NONE' }],
              },
            },
          },
        }),
        managed('reputation', 2, 'AWSManagedRulesAmazonIpReputationList'),
        managed('knownBadInputs', 3, 'AWSManagedRulesKnownBadInputsRuleSet'),
      ],
    })
    this.webAclArn = acl.attrArn
  }
}

const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Samples show whole requests, with addresses and what somebody wrote.
  sampledRequestsEnabled: false,
})

function limit(name: string, priority: number, count: number, only?: CfnWebACL.StatementProperty): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: { aggregateKeyType: 'IP', limit: count, evaluationWindowSec: 300, scopeDownStatement: only },
    },
    visibilityConfig: visibility(name),
  }
}

/** A rule group that AWS maintains. */
function managed(name: string, priority: number, group: string): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: group } },
    visibilityConfig: visibility(name),
  }
}
