package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.outline.Field;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Assumption;
import de.kreiswerk.proposals.importer.reading.Contradiction;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.CommitteeName;
import de.kreiswerk.proposals.importer.words.GermanDate;
import de.kreiswerk.proposals.importer.words.ReferenceNumber;
import de.kreiswerk.proposals.importer.words.TickBox;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A paper is public when its status says so in as many words, above the Beratungsfolge, and nothing in the head says
 * otherwise; another status says nothing about it. A part of its passages that is labelled non-public keeps all of it back.
 */
public final class VisibilityRule implements Rule {

    private static final int MAX_LABEL = 80;
    private static final int LONGEST_TITLE = 300;
    private static final Pattern OF_THE_MATTER = Pattern.compile("[(\\[](?:geheim|intern)[)\\]]$");
    private static final Pattern SECRET_SITTING =
            Pattern.compile("(?iu)nicht[ -]?öffentliche[nr]? sitzung(?:en)?(?!\\p{L})");
    private static final Pattern TOLD =
            Pattern.compile("(?iu)(?<!\\p{L})(?:aus|beschlüssen?|niederschrift(?:en)?)(?!\\p{L})");
    private static final Pattern SHORT_COMMITTEE = Pattern.compile("(?:VA|KA|KT)(?![\\p{L}\\d])");
    // „Verkauf öffentlicher Flächen (nichtöffentlich)“ offers nothing.
    private static final Pattern BOTH_OFFERED =
            Pattern.compile("(?iu)(?<!\\p{L})öffentlich\\s*[/|–—-]\\s*nicht[ -]?öffentlich");
    private static final String PART_OF_PAPER =
            "[^\\p{L}]*(?:(?:[ivx]{1,4}|[a-z])[.)] *)?(?:nicht[ -]?öffentlich|vertraulich)er? teil\\b";
    private static final Pattern PART = Pattern.compile("(?iu)" + PART_OF_PAPER + ".*");
    // In a list the words may as well begin the name of an attachment or of a committee.
    private static final Pattern PART_AND_NO_MORE = Pattern.compile(
            "(?iu)" + PART_OF_PAPER + "(?: (?:der|dieser|zur) \\p{L}{0,20}(?:vorlage|drucksache))?[^\\p{L}\\d]*");
    // A row of a list may end with a stop as well.
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\p{L}{2}.*[.!?…]");
    private static final Pattern DASH = Pattern.compile("^[\\s,;:–-]+");
    // What is said about attachments is heard where they are listed.
    private static final Pattern ATTACHMENT = Pattern.compile("(?iu)\\banl(?:agen?\\b|\\.)");

    /** What keeps a paper back: in as many words, or among others. */
    private record Secret(int line, boolean certain) {}

    @Override
    public void read(Reading reading) {
        Optional<Field> open = open(reading);
        List<Secret> secrets = secrets(reading, open.isPresent());
        if (secrets.isEmpty()) {
            open.ifPresent(field -> reading.draft().visibility().offer(Visibility.PUBLIC, field.line()));
            return;
        }
        Secret first = secrets.get(0);
        reading.draft().visibility().offer(Visibility.NON_PUBLIC, first.line());
        if (open.isPresent()) {
            int second = Math.max(open.get().line(), first.line());
            reading.draft().contradictions().add(new Found<>(Contradiction.VISIBILITY, second));
        } else if (!first.certain()) {
            reading.draft().assumptions().add(new Found<>(Assumption.PAPER, first.line()));
        }
    }

    /** The first field that says public. Below the beginning of the Beratungsfolge it may be the status of a consultation. */
    private static Optional<Field> open(Reading reading) {
        int end = reading.sections(SectionKind.CONSULTATIONS).stream()
                .mapToInt(Section::line)
                .min()
                .orElse(Integer.MAX_VALUE);
        List<Field> open = reading.outline().head().all(HeadLabel.VISIBILITY).stream()
                .filter(field -> field.line() < end && says(Visibility.PUBLIC, field.value()))
                .toList();
        open.forEach(field -> reading.claims().takeAll(field.values()));
        return open.stream().findFirst();
    }

    private static List<Secret> secrets(Reading reading, boolean open) {
        List<Secret> secrets = new ArrayList<>();
        for (Field field : reading.outline().head().all(HeadLabel.VISIBILITY)) {
            if (says(Visibility.NON_PUBLIC, field.value())) {
                reading.claims().takeAll(field.values());
                secrets.add(new Secret(field.line(), true));
            } else if (speaksOfSecrecy(field.value(), open)) {
                secrets.add(new Secret(field.line(), false));
            }
        }
        for (Line line : reading.outline().head().loose()) {
            if (isStamp(line)) {
                reading.claims().take(line);
                secrets.add(new Secret(line.number(), true));
            } else if (VisibilityWording.isStampInHead(line.text()) || isPart(line) || hasStampBehind(line)) {
                secrets.add(new Secret(line.number(), false));
            }
        }
        for (Field field : reading.outline().head().fields()) {
            if (speaksOfSecrecy(field)) {
                secrets.add(new Secret(field.line(), false));
            }
        }
        for (Section section : reading.outline().sections()) {
            if (section.kind() == SectionKind.OTHER
                    && labelsSecrecy(section.label(), true)
                    && !isOutOfSitting(section.label())) {
                secrets.add(new Secret(section.line(), false));
            }
            labelsOfSecrecy(section).forEach(line -> secrets.add(new Secret(line.number(), false)));
        }
        secrets.sort(Comparator.comparingInt(Secret::line));
        return secrets;
    }

    /** A title may be about secrecy: in it only what stands behind it counts. */
    private static boolean speaksOfSecrecy(Field field) {
        return switch (field.label()) {
            case PAPER_TYPE -> VisibilityWording.speaksOfSecrecy(field.value());
            case TITLE -> isTitleWithStamp(field.value());
            case REFERENCE ->
                ReferenceNumber.atStart(field.value())
                        .map(reference -> DASH.matcher(reference.rest()).replaceFirst(""))
                        .filter(rest -> says(Visibility.NON_PUBLIC, rest)
                                || VisibilityWording.isStampInHead(rest)
                                || VisibilityWording.hasStampBehind(rest))
                        .isPresent();
            default -> false;
        };
    }

    // A vote is secret, a vacancy is advertised within the house.
    private static boolean isTitleWithStamp(String title) {
        return VisibilityWording.hasStampBehind(OF_THE_MATTER.matcher(title).replaceFirst(""));
    }

    private static boolean hasStampBehind(Line line) {
        boolean title = line.heading() > 0 || mayBeTitle(line.text());
        return title && !TickBox.isUnticked(line.text()) && isTitleWithStamp(line.text());
    }

    // A paragraph may be the title as well; a row of a Beratungsfolge without its label, a form of its own and a
    // sentence of many words are none. What they say at their end is said about a sitting, or about something in them.
    private static boolean mayBeTitle(String words) {
        return words.length() <= LONGEST_TITLE
                && words.indexOf(':') < 0
                && !CommitteeName.looksLike(words)
                && !SHORT_COMMITTEE.matcher(words).lookingAt()
                && GermanDate.in(words).isEmpty()
                && !BOTH_OFFERED.matcher(words).find()
                && !ATTACHMENT.matcher(words).find();
    }

    /** A part that is not for everyone: nobody can tell where it ends, and the passages are published as a whole. */
    private static List<Line> labelsOfSecrecy(Section section) {
        return switch (section.kind()) {
            case FACTS, RESOLUTION, FINANCE, CLIMATE, OTHER ->
                section.lines().stream()
                        .filter(line -> labelsSecrecy(line.text(), line.emphasised()))
                        .toList();
            default -> partsBehind(section.lines());
        };
    }

    // Within a list the words are the label of some of its rows, which are kept back there. Where nothing comes below,
    // or a sentence does, they begin a part of the paper.
    private static List<Line> partsBehind(List<Line> list) {
        int last = list.size() - 1;
        while (last >= 0 && !list.get(last).hasWords()) {
            last--;
        }
        int sentence = last;
        while (sentence >= 0 && !SENTENCE.matcher(list.get(sentence).text()).matches()) {
            sentence--;
        }
        int end = Math.max(last, 0);
        int from = sentence;
        return IntStream.range(0, list.size())
                .filter(i -> i >= end || i < from)
                .mapToObj(list::get)
                .filter(VisibilityRule::isPart)
                .toList();
    }

    private static boolean isPart(Line line) {
        String words = line.text();
        return words.length() <= MAX_LABEL && PART_AND_NO_MORE.matcher(words).matches() && !TickBox.isUnticked(words);
    }

    private static boolean labelsSecrecy(String words, boolean emphasised) {
        if (words.length() > MAX_LABEL || TickBox.isUnticked(words)) {
            return false;
        }
        boolean label = emphasised || words.endsWith(":") || PART.matcher(words).matches();
        return (label || VisibilityWording.isStamp(words))
                && VisibilityWording.speaksOfSecrecy(words)
                && !ATTACHMENT.matcher(words).find();
    }

    /** What is told of a sitting to everyone: {@code Beschlüsse aus nichtöffentlicher Sitzung}. */
    private static boolean isOutOfSitting(String label) {
        Matcher sitting = SECRET_SITTING.matcher(label);
        return sitting.find()
                && TOLD.matcher(label).find()
                && !VisibilityWording.speaksOfSecrecy(sitting.replaceAll(" "));
    }

    private static boolean says(Visibility visibility, String words) {
        return VisibilityWording.of(words)
                .filter(stated -> stated == visibility)
                .isPresent();
    }

    // A form that offers both, of which nothing is chosen, says nothing; it only does not go with a clear word
    // elsewhere.
    private static boolean speaksOfSecrecy(String words, boolean open) {
        boolean secret = VisibilityWording.speaksOfSecrecy(words) || VisibilityWording.beginsNonPublic(words);
        return secret && (open || !VisibilityWording.speaksOfPublic(words));
    }

    /** A word alone on its line, as it is stamped on a paper. */
    private static boolean isStamp(Line line) {
        return says(Visibility.NON_PUBLIC, line.text()) && VisibilityWording.speaksOfSecrecy(line.text());
    }
}
