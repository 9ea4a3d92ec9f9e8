package de.kreiswerk.core.web.pages.texts;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.core.api.text.Text;
import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes the texts, each change with its record in the trail. */
@Component(service = TextEditor.class)
public final class TextEditor {

    private final Transactions transactions;
    private final Publication publication;
    private final AuditTrail trail;
    private final LegalTexts texts;
    private final Clock clock = Clock.systemUTC();

    /**
     * Writes.
     *
     * @param transactions the database
     * @param publication where the texts are kept
     * @param trail what was changed by whom
     * @param texts the texts as they are
     */
    @Activate
    public TextEditor(
            @Reference Transactions transactions,
            @Reference Publication publication,
            @Reference AuditTrail trail,
            @Reference LegalTexts texts) {
        this.transactions = transactions;
        this.publication = publication;
        this.trail = trail;
        this.texts = texts;
    }

    /**
     * Replaces a text.
     *
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the new revision
     */
    long replace(Caller caller, LegalText text, String markdown, Long expected) {
        caller.require(TextPermissions.TEXTS, Grant.ALL);
        return transactions.call(tx -> {
            PublicObject before = publication.find(text.path()).orElse(null);
            long revision = before == null ? 0 : before.revision();
            if (expected != null && expected != revision) {
                throw changedMeanwhile();
            }
            PublicObject now = publication.publish(new Snapshot(
                    text.path(),
                    LegalTexts.TYPE,
                    null,
                    Map.of(),
                    before == null ? clock.instant() : before.created(),
                    texts.content(markdown),
                    null));
            if (now.revision() == revision) {
                return revision;
            }
            // Publishing waits for whoever changes the same text; what was looked at before may be old by then.
            if (expected != null && now.revision() != revision + 1) {
                throw changedMeanwhile();
            }
            trail.record(AuditEvent.success(caller, "platform", "text.changed", "Text", text.key())
                    .with("revision", String.valueOf(now.revision())));
            return now.revision();
        });
    }

    private static ProblemException changedMeanwhile() {
        return new ProblemException(
                Problem.Kind.PRECONDITION_FAILED,
                "text-changed",
                new Text("Inzwischen geändert", "Changed meanwhile"),
                new Text(
                        "Der Text wurde inzwischen geändert. Lesen Sie ihn neu und übertragen Sie Ihre Änderung.",
                        "The text has been changed meanwhile. Read it again and carry your change over."));
    }
}
