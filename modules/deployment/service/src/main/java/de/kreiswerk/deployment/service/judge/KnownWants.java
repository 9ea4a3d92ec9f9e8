package de.kreiswerk.deployment.service.judge;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.policy.WantsOf;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.wants.WantFound;
import de.kreiswerk.deployment.archive.wants.Wants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the code of the last archives wants. It follows from their bytes alone, so that whoever is switched to after the upload need not be
 * looked through again; the bytes themselves are read and hashed anew each time.
 */
final class KnownWants implements WantsOf {

    private static final int MOST = 20;

    private final Map<String, List<WantFound>> byHash = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<WantFound>> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public List<WantFound> find(Archive archive) throws BadArchive {
        List<WantFound> known;
        synchronized (byHash) {
            known = byHash.get(archive.sha256());
        }
        if (known == null) {
            known = List.copyOf(Wants.of(archive));
            synchronized (byHash) {
                byHash.put(archive.sha256(), known);
            }
        }
        return known;
    }
}
