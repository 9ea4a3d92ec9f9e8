package de.kreiswerk.proposals.importer;

import de.kreiswerk.proposals.importer.checks.AmountNotReadable;
import de.kreiswerk.proposals.importer.checks.AttachmentNumbering;
import de.kreiswerk.proposals.importer.checks.AttachmentUnknown;
import de.kreiswerk.proposals.importer.checks.BudgetProductMissing;
import de.kreiswerk.proposals.importer.checks.Check;
import de.kreiswerk.proposals.importer.checks.ClimateResultMissing;
import de.kreiswerk.proposals.importer.checks.Contradictions;
import de.kreiswerk.proposals.importer.checks.ControlCharactersRemoved;
import de.kreiswerk.proposals.importer.checks.DateDoesNotExist;
import de.kreiswerk.proposals.importer.checks.DateFarAway;
import de.kreiswerk.proposals.importer.checks.DateNotReadable;
import de.kreiswerk.proposals.importer.checks.DatesNotAscending;
import de.kreiswerk.proposals.importer.checks.FactsMissing;
import de.kreiswerk.proposals.importer.checks.FinancialImpactEmpty;
import de.kreiswerk.proposals.importer.checks.LetterheadInText;
import de.kreiswerk.proposals.importer.checks.MainCommitteeMissing;
import de.kreiswerk.proposals.importer.checks.MainCommitteePublic;
import de.kreiswerk.proposals.importer.checks.NoiseLeftOut;
import de.kreiswerk.proposals.importer.checks.NonPublicAssumed;
import de.kreiswerk.proposals.importer.checks.PaperTypeMissing;
import de.kreiswerk.proposals.importer.checks.PasswordInText;
import de.kreiswerk.proposals.importer.checks.ResolutionMissing;
import de.kreiswerk.proposals.importer.checks.TemplateLineLeft;
import de.kreiswerk.proposals.importer.checks.TextNotUnderstood;
import de.kreiswerk.proposals.importer.checks.TextTruncated;
import de.kreiswerk.proposals.importer.checks.TitleMissing;
import de.kreiswerk.proposals.importer.checks.VisibilityMissing;
import java.util.List;

/** The checks; findings of one line come in this order. */
final class Checks {

    static final List<Check> ALL = List.of(
            new TitleMissing(),
            new PaperTypeMissing(),
            new VisibilityMissing(),
            new NonPublicAssumed(),
            new FactsMissing(),
            new ResolutionMissing(),
            new BudgetProductMissing(),
            new DateDoesNotExist(),
            new DateNotReadable(),
            new DateFarAway(),
            new DatesNotAscending(),
            new MainCommitteeMissing(),
            new MainCommitteePublic(),
            new FinancialImpactEmpty(),
            new AmountNotReadable(),
            new Contradictions(),
            new ClimateResultMissing(),
            new TemplateLineLeft(),
            new AttachmentUnknown(),
            new AttachmentNumbering(),
            new LetterheadInText(),
            new PasswordInText(),
            new TextTruncated(),
            new ControlCharactersRemoved(),
            new TextNotUnderstood(),
            new NoiseLeftOut());

    private Checks() {}
}
