/** Alarms: every one tells the operator's topic, when it starts and when it is over. */
import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** Metrics are summed or taken over this long. */
export const alarmPeriod: Duration = Duration.minutes(5)

/** Rings when the metric reaches `threshold` in one period; silence is good news. `meaning` is what the operator reads in the mail. */
export function alarm(
  scope: Construct,
  id: string,
  topic: ITopic,
  { metric, threshold, meaning }: { readonly metric: IMetric; readonly threshold: number; readonly meaning: string },
): Alarm {
  const made = new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: meaning,
  })
  const action = new SnsAction(topic)
  made.addAlarmAction(action)
  made.addOkAction(action)
  return made
}
