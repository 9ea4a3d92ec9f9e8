package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.wants.WantFound;

/** What the code wants beyond the grant, somebody else approves. */
final class WantCheck implements Check {

    @Override
    public void check(Case subject, Findings findings) throws BadArchive {
        for (WantFound each : subject.wants()) {
            boolean granted = subject.grant().allowed().contains(each.want());
            findings.add(Finding.ofWant(
                    each.want(),
                    granted ? Severity.NOTE : Severity.NEEDS_APPROVAL,
                    new Text(
                            "Der Code " + each.want().title().german() + " (" + each.count()
                                    + (each.count() == 1 ? " Stelle)." : " Stellen)."),
                            "The code " + each.want().title().english() + " (" + each.count()
                                    + (each.count() == 1 ? " place)." : " places).")),
                    each.places()));
        }
    }
}
