package de.kreiswerk.identity.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/**
 * Runs templates. Their generated classes are called directly: jte's engine looks for them in the class loader of the thread,
 * which in OSGi is never the bundle's.
 */
final class Rendering {

    private static final int USUAL_LENGTH = 8 * 1024;

    private Rendering() {}

    static String signIn(SignInView view) {
        return of(output -> JtesigninGenerated.render(output, null, view));
    }

    static String account(AccountView view) {
        return of(output -> JteaccountGenerated.render(output, null, view));
    }

    static String passwordLink(PasswordLinkView view) {
        return of(output -> JtepasswordlinkGenerated.render(output, null, view));
    }

    static String deputies(DeputiesView view) {
        return of(output -> JtedeputiesGenerated.render(output, null, view));
    }

    static String secondStep(SecondStepView view) {
        return of(output -> JtesecondstepGenerated.render(output, null, view));
    }

    static String recovery(RecoveryView view) {
        return of(output -> JterecoveryGenerated.render(output, null, view));
    }

    private static String of(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
