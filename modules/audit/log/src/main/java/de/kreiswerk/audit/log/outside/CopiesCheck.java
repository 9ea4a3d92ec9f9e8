package de.kreiswerk.audit.log.outside;

import de.kreiswerk.audit.log.outside.CopyTable.Copy;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns when copies of the trail's state are to leave the house and do not. */
@Component(
        property = {
            HealthCheck.NAME + "=trail-copies",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Kopien des Prüfpfads außer Haus"
        })
public final class CopiesCheck implements HealthCheck {

    private final CheckpointCopies copies;
    private final Clock clock;

    /**
     * Checks.
     *
     * @param copies hands them out
     */
    @Activate
    public CopiesCheck(@Reference CheckpointCopies copies) {
        this(copies, Clock.systemUTC());
    }

    CopiesCheck(CheckpointCopies copies, Clock clock) {
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        List<Way> ways = copies.ways();
        if (ways.isEmpty()) {
            return Findings.ok(
                    "Keine Kopien sind eingerichtet: Wer Datenbank und Schlüssel hat, kann einen anderen Prüfpfad"
                            + " erfinden",
                    "No copies are set up: who has database and key can make up another trail");
        }
        Optional<Text> trouble = copies.trouble();
        if (trouble.isPresent()) {
            return Findings.warning(
                    "Eine Kopie hat das Haus nicht verlassen: " + trouble.get().german(),
                    "A copy did not leave the house: " + trouble.get().english());
        }
        for (Way way : ways) {
            Optional<Copy> last = copies.last(way);
            if (last.isEmpty() && isJustPosted(way)) {
                continue;
            }
            // Whatever keeps it, on whichever node: nothing came in time.
            if (last.isEmpty()
                    || copies.hasGrownSince(last.get())
                            && clock.instant()
                                    .isAfter(last.get().made().plus(way.period().multipliedBy(2)))) {
                Text since = last.map(each -> Findings.moment(each.made()))
                        .orElse(new Text("der Einrichtung", "it was set up"));
                return Findings.warning(
                        "Keine Kopie " + way.text().german() + " seit " + since.german(),
                        "No copy " + way.text().english() + " since " + since.english());
            }
        }
        Text all = Text.joined(", ", ways.stream().map(Way::text).toList());
        return Findings.ok("Kopien verlassen das Haus " + all.german(), "Copies leave the house " + all.english());
    }

    /** The first one takes as long as the mail server does. */
    private boolean isJustPosted(Way way) {
        return copies.posted(way)
                .filter(posted -> clock.instant().isBefore(posted.copy().made().plus(way.period())))
                .isPresent();
    }
}
