package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.FileForm;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.web.page.PageBasics;
import de.kreiswerk.deployment.web.page.Rendering;
import de.kreiswerk.deployment.web.page.Visit;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Takes an archive in: what the browser sends goes to the service as it comes. */
final class Uploading {

    private final Components components;

    Uploading(Components components) {
        this.components = components;
    }

    /** The form; with what was wrong, when something was. */
    String form(Visit visit, Problem refused) {
        List<String> wrong = refused == null
                ? List.of()
                : Stream.concat(
                                Stream.of(refused.detail()),
                                refused.places().stream().map(Problem.Place::reason))
                        .map(visit::in)
                        .distinct()
                        .toList();
        UploadView view = new UploadView(PageBasics.of(visit, (Text) null), wrong, Components.LARGEST);
        return Rendering.of(output -> JteuploadGenerated.render(output, null, view));
    }

    /** Null when it led on to the component. */
    String take(Visit visit) throws IOException {
        try {
            ComponentVersion version =
                    components.upload(visit.caller(), file(visit).file());
            visit.seeOther(Places.component(version.component()) + "?" + Places.DONE + "=hochgeladen");
            return null;
        } catch (ProblemException e) {
            visit.response().setStatus(e.problem().kind().status());
            return form(visit, e.problem());
        }
    }

    private static FileForm file(Visit visit) {
        if (!(visit.request().getAttribute(FileForm.ATTRIBUTE) instanceof FileForm form)) {
            throw new ProblemException(
                    Problem.Kind.MALFORMED,
                    "form-malformed",
                    new Text("Formular nicht lesbar", "Form malformed"),
                    ComponentTexts.FORM_NOT_READABLE);
        }
        if (form.fileName().isEmpty()) {
            throw new ProblemException(
                    Problem.Kind.UNPROCESSABLE,
                    "file-missing",
                    new Text("Datei fehlt", "File missing"),
                    ComponentTexts.FILE_MISSING);
        }
        return form;
    }
}
