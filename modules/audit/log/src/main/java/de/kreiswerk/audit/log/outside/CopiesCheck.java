package de.kreiswerk.audit.log.outside;

import de.kreiswerk.audit.log.outside.CopyTable.Copy;
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
            return new Result(
                    Result.Status.OK, "No copies are set up: who has database and key can make up another trail");
        }
        Optional<String> trouble = copies.trouble();
        if (trouble.isPresent()) {
            return new Result(Result.Status.WARN, trouble.get());
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
                return new Result(
                        Result.Status.WARN,
                        "No copy by " + way.column() + " since "
                                + last.map(each -> each.made().toString()).orElse("it was set up"));
            }
        }
        return new Result(Result.Status.OK, "Copies are handed out by " + ways);
    }

    /** The first one takes as long as the mail server does. */
    private boolean isJustPosted(Way way) {
        return copies.posted(way)
                .filter(posted -> clock.instant().isBefore(posted.copy().made().plus(way.period())))
                .isPresent();
    }
}
