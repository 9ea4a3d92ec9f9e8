package de.kreiswerk.deployment.web.signer;

import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.Days;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import de.kreiswerk.deployment.web.component.Places;
import de.kreiswerk.deployment.web.page.DepartmentNames;
import de.kreiswerk.deployment.web.page.DeploymentServlet;
import de.kreiswerk.deployment.web.page.PageBasics;
import de.kreiswerk.deployment.web.page.Rendering;
import de.kreiswerk.deployment.web.page.Visit;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The keys with which departments sign: which there are, one more, one no more. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + DeploymentPermissions.READ)
@HttpWhiteboardServletPattern(Places.SIGNERS + "/*")
public class SignersServlet extends DeploymentServlet {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "neu";
    private static final Map<String, Text> DONE =
            Map.of("eingetragen", SignerTexts.SAVED, "widerrufen", SignerTexts.REVOKED_DONE);
    private static final List<FormField> FIELDS = List.of(
            new FormField("department", "fachbereich", SignerTexts.DEPARTMENT),
            new FormField("label", "wessen", SignerTexts.LABEL),
            new FormField("key", "schluessel", SignerTexts.KEY),
            new FormField("from", "ab", SignerTexts.FROM),
            new FormField("until", "bis", SignerTexts.UNTIL));
    private static final List<FormField> REASON = List.of(new FormField("reason", "grund", SignerTexts.REVOKE_REASON));

    private final transient Signers signers;
    private final transient DepartmentDirectory departments;
    private final transient Clock clock = Clock.systemUTC();

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param signers the keys
     * @param departments whose they are
     */
    @Activate
    public SignersServlet(
            @Reference Pages pages,
            @Reference Console console,
            @Reference Signers signers,
            @Reference DepartmentDirectory departments) {
        super(pages, console);
        this.signers = signers;
        this.departments = departments;
    }

    @Override
    protected void show(Visit visit) throws IOException {
        if (visit.path().isEmpty()) {
            list(visit);
        } else if (visit.path().equals(List.of(NEW))) {
            form(visit, FormErrors.NONE);
        } else {
            revocation(visit, signer(visit), FormErrors.NONE);
        }
    }

    @Override
    protected void take(Visit visit) throws IOException {
        boolean registers = visit.path().equals(List.of(NEW));
        try {
            if (registers) {
                signers.register(visit.caller(), entry(visit));
                visit.seeOther(Places.SIGNERS + "?erfolg=eingetragen");
            } else {
                signers.revoke(
                        visit.caller(), signer(visit).id(), visit.text("grund").strip());
                visit.seeOther(Places.SIGNERS + "?erfolg=widerrufen");
            }
        } catch (ProblemException refused) {
            visit.response().setStatus(refused.problem().kind().status());
            FormErrors errors = FormErrors.of(refused, registers ? FIELDS : REASON, visit.language());
            if (registers) {
                form(visit, errors);
            } else {
                revocation(visit, signer(visit), errors);
            }
        }
    }

    /** A day counts from its beginning to its end. */
    private static Signers.Entry entry(Visit visit) {
        Days days = new Days(visit::text);
        LocalDate from = days.day("ab", "from");
        LocalDate until = days.day("bis", "until");
        days.mustBeDays();
        return new Signers.Entry(
                visit.text("fachbereich"),
                visit.text("wessen").strip(),
                visit.text("schluessel").strip(),
                from == null ? null : from.atStartOfDay(PageBasics.COUNTY).toInstant(),
                until == null
                        ? null
                        : until.plusDays(1).atStartOfDay(PageBasics.COUNTY).toInstant());
    }

    private Signer signer(Visit visit) {
        return signers.all(visit.caller()).stream()
                .filter(signer -> visit.path().equals(List.of(signer.id())))
                .findFirst()
                .orElseThrow(Visit::notFound);
    }

    private void list(Visit visit) throws IOException {
        DepartmentNames names = new DepartmentNames(departments);
        SignerListView view = new SignerListView(
                PageBasics.of(visit, DONE.get(visit.text("erfolg"))),
                visit.caller().mayAnywhere(DeploymentPermissions.ADMINISTER),
                signers.all(visit.caller()).stream()
                        .map(signer -> SignerListView.Row.of(
                                signer,
                                names.name(signer.department()),
                                clock.instant(),
                                signer.revoked() == null ? List.of() : signers.concerned(visit.caller(), signer.id()),
                                visit.caller().may(DeploymentPermissions.ADMINISTER, signer.department())))
                        .toList());
        write(
                visit,
                visit.in(SignerTexts.SIGNERS),
                Rendering.of(output -> JtesignersGenerated.render(output, null, view)));
    }

    private void form(Visit visit, FormErrors errors) throws IOException {
        PageBasics basics = PageBasics.of(visit, errors);
        DepartmentNames names = new DepartmentNames(departments);
        String chosen = visit.text("fachbereich");
        SignerFormView view = new SignerFormView(
                basics,
                basics.choice("fachbereich", false, ""),
                names.ids().stream()
                        .filter(id -> visit.caller().may(DeploymentPermissions.ADMINISTER, id))
                        .map(id -> new Option(id, names.name(id), id.equals(chosen)))
                        .toList(),
                basics.field(visit, "wessen", null),
                basics.field(visit, "schluessel", null),
                basics.field(visit, "ab", null),
                basics.field(visit, "bis", null));
        write(
                visit,
                visit.in(SignerTexts.REGISTER),
                Rendering.of(output -> JteregisterGenerated.render(output, null, view)));
    }

    private void revocation(Visit visit, Signer signer, FormErrors errors) throws IOException {
        PageBasics basics = PageBasics.of(visit, errors);
        RevocationView view = new RevocationView(
                basics,
                signer,
                new DepartmentNames(departments).name(signer.department()),
                signers.concerned(visit.caller(), signer.id()),
                basics.field(visit, "grund", null));
        write(
                visit,
                visit.in(SignerTexts.REVOKE_TITLE),
                Rendering.of(output -> JterevokeGenerated.render(output, null, view)));
    }
}
