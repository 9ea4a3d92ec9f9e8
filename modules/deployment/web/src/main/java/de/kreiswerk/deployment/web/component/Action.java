package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.deployment.web.page.PageBasics;
import de.kreiswerk.deployment.web.page.Rendering;
import de.kreiswerk.deployment.web.page.Visit;
import java.util.List;

/** Something that is asked about before it is done. Refused, it is asked about anew, with what holds now. */
abstract class Action {

    /** What is asked. */
    abstract ConfirmView view(Visit visit, PageBasics basics);

    /** Does it; the address that shows what came of it. */
    abstract String carryOut(Visit visit);

    /** What has to be entered; mostly nothing. */
    List<FormField> fields() {
        return List.of();
    }

    /** The page that asks; the errors are null when nothing went wrong. */
    final Shown question(Visit visit, FormErrors errors) {
        ConfirmView view = view(visit, PageBasics.of(visit, errors == null ? FormErrors.NONE : errors));
        return new Shown(view.title(), Rendering.of(output -> JteconfirmGenerated.render(output, null, view)));
    }

    /** Null when it was done and led on. */
    final Shown take(Visit visit) {
        try {
            visit.seeOther(carryOut(visit));
            return null;
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            visit.response().setStatus(problem.kind().status());
            if (refused instanceof InvalidEntry) {
                return question(visit, FormErrors.of(refused, fields(), visit.language()));
            }
            Text words = problem.kind() == Problem.Kind.PRECONDITION_FAILED ? ComponentTexts.STALE : problem.detail();
            return question(visit, new FormErrors(List.of(), visit.in(words), false));
        }
    }
}
