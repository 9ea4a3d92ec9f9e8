package de.kreiswerk.proposals.importer.rules.climate;

import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck.Rating;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Contradiction;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.reading.Paragraphs;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.TickBox;
import java.util.List;

/**
 * The climate check is a section with five boxes, of which one is ticked, and its result below; or a field of the head that
 * states the rating. Two ticked boxes are no rating.
 */
public final class ClimateCheckRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.outline().first(SectionKind.CLIMATE).ifPresent(section -> readForm(section, reading));
        if (reading.draft().climateCheck().isEmpty()) {
            reading.takeField(
                    HeadLabel.CLIMATE,
                    (words, line) -> reading.draft()
                            .climateCheck()
                            .offer(new ClimateCheck(RatingWording.at(words), words, null), line));
        }
    }

    private static void readForm(Section section, Reading reading) {
        ClimateForm form = ClimateForm.of(section.lines());
        List<String> chosen =
                form.chosen().stream().map(ClimateCheckRule::words).toList();
        Rating rating = chosen.size() == 1 ? RatingWording.at(chosen.get(0)) : null;
        String wording = chosen.isEmpty() ? null : String.join("; ", chosen);
        int line = form.chosen().stream().map(Line::number).findFirst().orElse(section.line());
        if (chosen.size() > 1) {
            reading.draft()
                    .contradictions()
                    .add(new Found<>(
                            Contradiction.CLIMATE_RATING, form.chosen().get(1).number()));
        }
        reading.claims().takeAll(section.lines());
        reading.draft().passages().add(new LabelledLines(form.resultLabel(), form.result()));
        reading.draft()
                .climateCheck()
                .offer(new ClimateCheck(rating, wording, Paragraphs.passage(form.resultLabel(), form.result())), line);
    }

    private static String words(Line line) {
        return TickBox.of(line.text()).words();
    }
}
