package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.SignatureStatement;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the signatures of a version are worth by now that was validly signed when it came in: since then keys may have been revoked, or
 * have ended. Of several the best one counts, as it does for the switch.
 */
final class Signatures {

    private static final Text GOES_ON = new Text(
            "Was bis dahin hochgeladen wurde, darf weiter laufen; Neues nicht.",
            "What was uploaded until then may go on; nothing new may.");

    /** What one of them is worth, the best first. */
    private enum Worth {
        VALID("VALID"),
        /** It was good when the version came in. */
        ENDED("EXPIRED"),
        REVOKED("REVOKED"),
        /** It was not good even then. */
        NEVER("EXPIRED");

        private final String state;

        Worth(String state) {
            this.state = state;
        }

        static Worth of(Signer signer, StoredVersion version, Instant now) {
            if (signer.revoked() != null) {
                return REVOKED;
            }
            if (!isInPeriod(signer, version.uploaded())) {
                return NEVER;
            }
            return isInPeriod(signer, now) ? VALID : ENDED;
        }

        private static boolean isInPeriod(Signer signer, Instant at) {
            return !at.isBefore(signer.from()) && (signer.until() == null || at.isBefore(signer.until()));
        }
    }

    private Signatures() {}

    /**
     * Says it, with all who have signed.
     *
     * @param version the version
     * @param signers all that there are
     * @param now the time
     * @return what all signatures together are worth
     */
    static SignatureStatement statement(StoredVersion version, List<Signer> signers, Instant now) {
        EnumMap<Worth, List<String>> labels = new EnumMap<>(Worth.class);
        for (Signer signer : signers) {
            if (version.signedBy().contains(signer.id())) {
                labels.computeIfAbsent(Worth.of(signer, version, now), any -> new ArrayList<>())
                        .add(signer.label());
            }
        }
        if (labels.isEmpty()) {
            return new SignatureStatement(
                    "UNKNOWN_SIGNER",
                    null,
                    new Text("Der Schlüssel ist nicht mehr eingetragen.", "The key is not registered any more."));
        }
        Worth best = labels.keySet().iterator().next();
        return new SignatureStatement(best.state, String.join(", ", labels.get(best)), sentence(best, labels));
    }

    private static Text sentence(Worth best, Map<Worth, List<String>> labels) {
        List<Text> sentences = new ArrayList<>();
        labels.forEach((worth, each) -> {
            if (worth == Worth.VALID) {
                sentences.add(valid(each));
            } else {
                each.forEach(label -> sentences.add(notValid(worth, label)));
            }
            if (worth == Worth.ENDED && worth == best) {
                sentences.add(GOES_ON);
            }
        });
        return Text.joined(" ", sentences);
    }

    private static Text valid(List<String> labels) {
        return new Text(
                labels.stream().collect(Collectors.joining("“, „", "Gültig unterschrieben von „", "“.")),
                labels.stream().collect(Collectors.joining("', '", "Validly signed by '", "'.")));
    }

    private static Text notValid(Worth worth, String label) {
        String german = "Der Schlüssel „" + label + "“ ";
        String english = "The key '" + label + "' ";
        return switch (worth) {
            case REVOKED -> new Text(german + "wurde widerrufen.", english + "was revoked.");
            case ENDED -> new Text(german + "gilt nicht mehr.", english + "does not hold any more.");
            default ->
                new Text(
                        german + "galt nicht, als das Archiv hochgeladen wurde.",
                        english + "did not hold when the archive was uploaded.");
        };
    }

    /**
     * Whether nothing but a signer's signature lets a version start.
     *
     * @param version the version
     * @param signer the signer, revoked or not
     * @param signers all of the department
     * @return false when another one's signature is good for it as well
     */
    static boolean dependOn(StoredVersion version, Signer signer, List<Signer> signers) {
        return version.signedBy().contains(signer.id())
                && signers.stream()
                        .filter(other -> !other.id().equals(signer.id())
                                && version.signedBy().contains(other.id()))
                        .map(other -> Worth.of(other, version, version.uploaded()))
                        .noneMatch(Worth.VALID::equals);
    }
}
