package de.kreiswerk.proposals.importer;

import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Draft;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.rules.attachments.AttachmentsRule;
import de.kreiswerk.proposals.importer.rules.climate.ClimateCheckRule;
import de.kreiswerk.proposals.importer.rules.consultations.ConsultationsRule;
import de.kreiswerk.proposals.importer.rules.finance.FinancialImpactRule;
import de.kreiswerk.proposals.importer.rules.head.InvolvedRule;
import de.kreiswerk.proposals.importer.rules.head.PaperTypeRule;
import de.kreiswerk.proposals.importer.rules.head.PlainFieldsRule;
import de.kreiswerk.proposals.importer.rules.head.ProductsRule;
import de.kreiswerk.proposals.importer.rules.head.ReferenceRule;
import de.kreiswerk.proposals.importer.rules.head.RevisionRule;
import de.kreiswerk.proposals.importer.rules.head.TitleRule;
import de.kreiswerk.proposals.importer.rules.head.VisibilityRule;
import de.kreiswerk.proposals.importer.rules.passages.PassageRule;
import de.kreiswerk.proposals.importer.rules.rest.OtherSectionsRule;
import de.kreiswerk.proposals.importer.rules.tables.TablesRule;
import java.util.List;

/**
 * The rules in the order in which they read. The number comes first because a text without one is no proposal and the title
 * stands below it; tables are looked for in the passages, and what is left over is kept at the end.
 */
final class Rules {

    static final List<Rule> IN_ORDER = List.of(
            new ReferenceRule(),
            new PaperTypeRule(),
            new VisibilityRule(),
            new TitleRule(),
            new RevisionRule(),
            new PlainFieldsRule(),
            new InvolvedRule(),
            new ProductsRule(),
            new ConsultationsRule(),
            new PassageRule(SectionKind.RESOLUTION, Draft::proposedResolution),
            new PassageRule(SectionKind.FACTS, Draft::statementOfFacts),
            new FinancialImpactRule(),
            new ClimateCheckRule(),
            new AttachmentsRule(),
            new TablesRule(),
            new OtherSectionsRule());

    private Rules() {}
}
