package de.kreiswerk.deployment.archive.pack;

import de.kreiswerk.deployment.archive.bundle.BundleReader;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Budget;
import de.kreiswerk.deployment.archive.zip.Hash;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.archive.zip.Zip;

/** A bundle that is not in an archive yet. */
final class LooseBundle {

    private LooseBundle() {}

    static ComponentBundle read(byte[] jar, Limits limits) throws BadArchive {
        Budget budget = new Budget(limits);
        Zip zip = Zip.read(jar, limits, limits.bundleEntries(), budget);
        return new BundleReader(limits, budget)
                .read(zip, "bundle", new ComponentBundle.Content("", jar.length, Hash.of(jar), jar::clone));
    }
}
