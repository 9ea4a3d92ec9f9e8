package de.kreiswerk.proposals.importer.outline;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sections of a proposal and the labels that open them. A new wording of a label goes here. */
public enum SectionKind {
    /** The head with its fields: number, title, lead department and so on. */
    HEAD("grunddaten"),
    /** The Beratungsfolge. */
    CONSULTATIONS("beratungsfolge", "beratungsverlauf"),
    /** What is to be resolved. */
    RESOLUTION("beschlussvorschlag", "beschlussentwurf", "beschlussantrag", "beschlussempfehlung"),
    /** What it is about and why. */
    FACTS(
            "sachverhalt",
            "sachlage",
            "sachdarstellung",
            "kurze sachdarstellung",
            "kurzsachverhalt",
            "sach- und rechtslage",
            "sachverhalt/begründung",
            "sachverhalt und begründung",
            "begründung"),
    /** What it costs. */
    FINANCE("finanzielle auswirkungen", "finanzielle auswirkung", "finanzielle auswirkungen/folgekosten"),
    /** What it does to the climate. */
    CLIMATE("klimacheck", "klima-check", "klimawirkung"),
    /** The list of attachments. */
    ATTACHMENTS("anlage/n", "anlagen", "anlage", "anlage(n)", "anlagen/n", "anlagenverzeichnis"),
    /** A bare list of labels, as ALLRIS puts it before the sections themselves. */
    CONTENTS,
    /** A section under a heading that is in no list: kept under its name. */
    OTHER;

    // These are too often a column's head or a common word to open a section without a colon or emphasis.
    private static final Set<String> WEAK = Set.of("begründung", "anlage", "klimawirkung", "beschlussempfehlung");

    // Council motions name whose resolution or view of the matter it is.
    private static final List<String> WHOSE = List.of(
            " antragsteller",
            " des antragstellers",
            " der antragstellerin",
            " der antragstellenden fraktion",
            " der verwaltung",
            " des ausschusses",
            " des fachausschusses");

    private static final Map<String, SectionKind> BY_LABEL = Arrays.stream(values())
            .flatMap(kind -> kind.labels.stream().map(label -> Map.entry(label, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<String> labels;

    SectionKind(String... labels) {
        this.labels = Set.of(labels);
    }

    /** The section that a label in plain form opens, null when it opens none. */
    static SectionKind labelled(String plain) {
        SectionKind kind = BY_LABEL.get(withoutWhose(plain));
        return kind == null && (labelsAttachments(plain) || VisibilityWording.labelsSecretAttachments(plain))
                ? ATTACHMENTS
                : kind;
    }

    static boolean isWeak(String plain) {
        return WEAK.contains(plain) || plain.endsWith("e anlage") || VisibilityWording.labelsSecretAttachments(plain);
    }

    // "Öffentliche Anlagen" are parks as well; below a list of attachments it still counts for what follows.
    private static boolean labelsAttachments(String plain) {
        return VisibilityWording.ofAttachments(plain)
                .filter(stated -> stated == Visibility.NON_PUBLIC || plain.startsWith("anlage"))
                .isPresent();
    }

    private static String withoutWhose(String plain) {
        for (String whose : WHOSE) {
            if (plain.endsWith(whose)) {
                return plain.substring(0, plain.length() - whose.length());
            }
        }
        return plain;
    }
}
