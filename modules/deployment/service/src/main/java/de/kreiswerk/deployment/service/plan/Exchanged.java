package de.kreiswerk.deployment.service.plan;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.BundleStatement;
import de.kreiswerk.deployment.api.Plan.BundleChange;
import de.kreiswerk.deployment.api.Plan.Kind;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what another version has other bundles for. Who builds anew does not always raise a version: the bytes count. */
final class Exchanged {

    private final Map<String, String> contents;
    private final List<BundleChange> changes = new ArrayList<>();
    private final List<String> otherBytes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /**
     * Compares.
     *
     * @param before the bundles of the active version
     * @param contents their SHA-256 by symbolic name, as far as they are known
     * @param after the bundles of the new one
     */
    Exchanged(List<BundleStatement> before, Map<String, String> contents, List<ComponentBundle> after) {
        this.contents = contents;
        Map<String, String> left = new LinkedHashMap<>();
        before.forEach(bundle -> left.put(bundle.symbolicName(), bundle.version()));
        for (ComponentBundle bundle : after) {
            String old = left.remove(bundle.symbolicName());
            changes.add(new BundleChange(
                    kind(old, bundle),
                    bundle.symbolicName(),
                    old,
                    bundle.version().toString()));
        }
        left.forEach((name, version) -> changes.add(new BundleChange(Kind.REMOVED, name, version, null)));
    }

    private Kind kind(String old, ComponentBundle bundle) {
        if (old == null) {
            return Kind.ADDED;
        }
        if (!old.equals(bundle.version().toString())) {
            return Kind.CHANGED;
        }
        String hash = contents.get(bundle.symbolicName());
        if (bundle.sha256().equals(hash)) {
            return Kind.SAME;
        }
        (hash == null ? unknown : otherBytes).add(bundle.toString());
        return Kind.CHANGED;
    }

    List<BundleChange> changes() {
        return changes;
    }

    /** Why something is replaced though its version is the same. */
    List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        if (!otherBytes.isEmpty()) {
            String names = String.join(", ", otherBytes);
            notes.add(new Text(
                    "Anderer Inhalt unter derselben Bundle-Version: " + names
                            + ". Erhöhen Sie die Bundle-Version, wenn Sie den Code ändern; dann ist zu sehen, was läuft.",
                    "Other content with the same Bundle-Version: " + names
                            + ". Raise the Bundle-Version when you change the code; then it can be seen what runs."));
        }
        if (!unknown.isEmpty()) {
            String names = String.join(", ", unknown);
            notes.add(new Text(
                    "Ob der Inhalt derselbe bleibt, ist nicht bekannt, weil das Archiv der aktiven Version nicht zu lesen ist: "
                            + names + ".",
                    "Whether the content stays the same is not known, because the archive of the active version cannot be read: "
                            + names + "."));
        }
        return notes;
    }
}
