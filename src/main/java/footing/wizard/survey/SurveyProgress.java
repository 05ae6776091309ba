package footing.wizard.survey;

import footing.aws.survey.SurveyEvent;

/**
 * How far a survey has come.
 *
 * @param read facts that are known, or known not to be knowable
 * @param facts all facts; 0 while nobody knows how many
 * @param call what is being asked, as {@code cloudtrail:DescribeTrails}; empty for nothing
 * @param region the Region that is being asked
 */
record SurveyProgress(int read, int facts, String call, String region, boolean over) {

    static final SurveyProgress NONE = new SurveyProgress(0, 0, "", "", false);

    SurveyProgress after(SurveyEvent event) {
        return switch (event) {
            case SurveyEvent.Began began -> new SurveyProgress(0, began.facts(), "", "", false);
            case SurveyEvent.CallBegan began -> new SurveyProgress(read, facts,
                    began.service() + ":" + began.operation(), began.region().id(), false);
            case SurveyEvent.CallEnded ended -> this;
            case SurveyEvent.FactRead fact -> new SurveyProgress(fact.read(), fact.facts(), call, region, false);
            case SurveyEvent.Ended ended -> done();
        };
    }

    SurveyProgress done() {
        return new SurveyProgress(facts, facts, "", "", true);
    }

    /** Between 0 and 1; below 0 while nobody knows. */
    double fraction() {
        return facts == 0 ? -1 : (double) read / facts;
    }
}
