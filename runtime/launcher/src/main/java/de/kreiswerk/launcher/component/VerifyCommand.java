package de.kreiswerk.launcher.component;

import de.kreiswerk.core.notekit.VerifierKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.policy.DepartmentGrant;
import de.kreiswerk.deployment.archive.policy.Finding;
import de.kreiswerk.deployment.archive.policy.Policy;
import de.kreiswerk.deployment.archive.policy.Rules;
import de.kreiswerk.deployment.archive.policy.Severity;
import de.kreiswerk.deployment.archive.signature.SignatureCheck;
import de.kreiswerk.deployment.archive.signature.SignatureReport;
import de.kreiswerk.deployment.archive.signature.SignatureState;
import de.kreiswerk.deployment.archive.signature.TrustedKey;
import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code component verify}: what the platform would say of an archive, as far as that can be known without it. */
final class VerifyCommand implements Command {

    private static final String KEY = "--key";
    private static final String NAMESPACE = "--namespace";
    private static final String PATH = "--path";
    private static final Options.Syntax SYNTAX =
            new Options.Syntax("component verify", Set.of(), Set.of(KEY, NAMESPACE, PATH));

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != 1
                || options.value(NAMESPACE).isPresent() != options.value(PATH).isPresent()) {
            throw Refusal.usage(
                    "Welches Archiv? „kreiswerk component verify ARCHIV [--key SCHLÜSSEL]... [--namespace N --path P]“",
                    "Which archive? 'kreiswerk component verify ARCHIVE [--key KEY]... [--namespace N --path P]'");
        }
        List<TrustedKey> keys = keys(options);
        Archive archive = Archives.read(options.operands().get(0));
        terminal.out()
                .println(archive.component().name() + " " + archive.component().version() + "  SHA-256 "
                        + archive.sha256());
        boolean valid = signature(archive, keys);
        boolean allowed = policy(archive, options);
        return valid && allowed ? 0 : 1;
    }

    private static List<TrustedKey> keys(Options options) throws Refusal, IOException {
        List<TrustedKey> keys = new ArrayList<>();
        for (String each : options.values(KEY)) {
            VerifierKey key = Keys.verifier(each);
            keys.add(new TrustedKey(key, key.name(), Instant.EPOCH, null, null));
        }
        return keys;
    }

    private boolean signature(Archive archive, List<TrustedKey> keys) {
        SignatureReport report = SignatureCheck.check(archive, keys, Instant.now());
        boolean valid = report.state() == SignatureState.VALID;
        say(
                valid ? terminal.pick("gültig", "valid") : terminal.pick("ungültig", "not valid"),
                terminal.pick(report.sentence().german(), report.sentence().english()));
        if (keys.isEmpty() && report.state() == SignatureState.UNKNOWN_SIGNER) {
            say(
                    "",
                    terminal.pick(
                            "Mit --key nennen Sie den Schlüssel, dem Sie trauen.",
                            "With --key you name the key that you trust."));
        }
        return valid;
    }

    private boolean policy(Archive archive, Options options) throws Refusal {
        if (options.value(NAMESPACE).isEmpty()) {
            say(
                    terminal.pick("nicht geprüft", "not checked"),
                    terminal.pick(
                            "Die Regeln, denn sie hängen davon ab, was dem Fachbereich zusteht: nennen Sie es mit"
                                    + " --namespace und --path.",
                            "The rules, since they depend on what the department may use: name it with --namespace"
                                    + " and --path."));
            return true;
        }
        List<Finding> findings = Policy.judge(archive, grant(archive, options), Rules.standard(), Optional.empty());
        for (Finding each : findings) {
            say(
                    name(each.severity()),
                    terminal.pick(each.sentence().german(), each.sentence().english()));
            each.places().forEach(place -> say("", place));
        }
        if (findings.isEmpty()) {
            say(terminal.pick("zulässig", "allowed"), terminal.pick("Nichts zu beanstanden.", "Nothing to object to."));
        }
        return findings.stream().noneMatch(each -> each.severity() == Severity.REFUSED);
    }

    /** Whose it is decides the platform; here the archive is believed. */
    private static DepartmentGrant grant(Archive archive, Options options) throws Refusal {
        String department = archive.component().department();
        try {
            return new DepartmentGrant(
                    department,
                    department,
                    options.value(NAMESPACE).orElseThrow(),
                    options.value(PATH).orElseThrow().replaceAll("^/+|/+$", ""),
                    Set.of(),
                    Set.of());
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(
                    "--path ist ein Pfad wie ordnung, --namespace ein Name wie de.landkreis.ordnung.",
                    "--path is a path such as order, --namespace a name such as de.county.order.");
        }
    }

    private String name(Severity severity) {
        return switch (severity) {
            case REFUSED -> terminal.pick("abgelehnt", "refused");
            case NEEDS_ADMINISTRATOR, NEEDS_APPROVAL -> terminal.pick("zu genehmigen", "needs approval");
            case NOTE -> terminal.pick("Hinweis", "note");
        };
    }

    private void say(String what, String words) {
        terminal.out().println(String.format("  %-15s%s", what, Terminal.oneLine(words)));
    }
}
