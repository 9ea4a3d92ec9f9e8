package de.kreiswerk.identity.web.console;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** The templates of these pages. */
final class Templates {

    private static final int USUAL_LENGTH = 16 * 1024;

    private Templates() {}

    static String accounts(AccountListView view) {
        return of(output -> JteaccountsGenerated.render(output, null, view));
    }

    static String account(AccountEntryView view) {
        return of(output -> JteaccountentryGenerated.render(output, null, view));
    }

    static String departments(DepartmentListView view) {
        return of(output -> JtedepartmentsGenerated.render(output, null, view));
    }

    static String department(DepartmentEntryView view) {
        return of(output -> JtedepartmententryGenerated.render(output, null, view));
    }

    static String review(RoleReviewView view) {
        return of(output -> JterolereviewGenerated.render(output, null, view));
    }

    static String roles(RoleMatrixView view) {
        return of(output -> JterolesGenerated.render(output, null, view));
    }

    static String role(RoleEntryView view) {
        return of(output -> JteroleentryGenerated.render(output, null, view));
    }

    static String tokens(TokenListView view) {
        return of(output -> JtetokensGenerated.render(output, null, view));
    }

    static String token(TokenEntryView view) {
        return of(output -> JtetokenentryGenerated.render(output, null, view));
    }

    static String sessions(SessionListView view) {
        return of(output -> JtesessionsGenerated.render(output, null, view));
    }

    private static String of(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
