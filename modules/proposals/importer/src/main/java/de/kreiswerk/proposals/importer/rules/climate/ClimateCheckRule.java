package de.kreiswerk.proposals.importer.rules.climate;

import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck.Rating;
import de.kreiswerk.proposals.importer.outline.Field;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Contradiction;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.reading.Paragraphs;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The climate check is a section with five boxes, of which one is ticked, and its result below; or a field of the head that
 * states the rating. Two ticked boxes are no rating.
 */
public final class ClimateCheckRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.outline()
                .first(SectionKind.CLIMATE)
                .ifPresent(section -> readForm(section.lines(), section.line(), reading));
        if (reading.draft().climateCheck().isEmpty()) {
            reading.outline().head().field(HeadLabel.CLIMATE).ifPresent(field -> readField(field, reading));
        }
    }

    private static void readField(Field field, Reading reading) {
        String words = field.value();
        if (ClimateForm.hasBoxes(words)) {
            readForm(field.values(), field.line(), reading);
            return;
        }
        reading.claims().takeAll(field.values());
        reading.draft().climateCheck().offer(new ClimateCheck(RatingWording.at(words), words, null), field.line());
    }

    private static void readForm(List<Line> lines, int label, Reading reading) {
        ClimateForm form = ClimateForm.of(lines);
        List<Line> chosen = form.chosen();
        Optional<Line> ambiguous = form.ambiguous();
        boolean single = chosen.size() == 1 && ambiguous.isEmpty();
        Rating rating = single ? RatingWording.at(chosen.get(0).text()) : null;
        String wording =
                chosen.isEmpty() ? null : chosen.stream().map(Line::text).collect(Collectors.joining("; "));
        int line = chosen.stream().map(Line::number).findFirst().orElse(label);
        ambiguous.ifPresent(second ->
                reading.draft().contradictions().add(new Found<>(Contradiction.CLIMATE_RATING, second.number())));
        reading.claims().takeAll(lines);
        reading.draft().passages().add(new LabelledLines(form.resultLabel(), form.result()));
        reading.draft()
                .climateCheck()
                .offer(new ClimateCheck(rating, wording, Paragraphs.passage(form.resultLabel(), form.result())), line);
    }
}
