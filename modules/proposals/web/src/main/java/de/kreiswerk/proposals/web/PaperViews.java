package de.kreiswerk.proposals.web;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes views of snapshots. A pure function of the snapshot and the reader's language. */
final class PaperViews {

    private final Locale language;
    private final boolean german;
    private final Formats formats;

    PaperViews(Locale language) {
        this.language = language;
        this.german = !"en".equals(language.getLanguage());
        this.formats = new Formats(language);
    }

    PaperView view(PaperSnapshot paper, String address) {
        List<PaperView.Row> rows = paper.consultations().stream().map(this::row).toList();
        return new PaperView(
                language,
                preline(paper.paperType(), paper.reference()),
                own(paper.reference()),
                title(paper.name(), paper.reference()),
                facts(paper),
                rows,
                rows.stream().anyMatch(row -> row.result() != null),
                section(Texts.RESOLUTION, paper.proposedResolution(), paper.tables()),
                section(Texts.STATEMENT, paper.statementOfFacts(), paper.tables()),
                finance(paper.financialImpact()),
                paper.financialImpact() == null
                        ? null
                        : section(Texts.FINANCE, paper.financialImpact().wording(), paper.tables()),
                climate(paper.climateCheck()),
                paper.climateCheck() == null
                        ? null
                        : section(Texts.CLIMATE_RESULT, paper.climateCheck().result(), paper.tables()),
                otherTables(paper),
                paper.attachments().stream()
                        .sorted(Comparator.comparingInt(PaperSnapshot.Attachment::number))
                        .map(attachment -> attachment(attachment, address))
                        .toList(),
                versions(paper.versions()));
    }

    /** The title; a paper without one is known by its reference. */
    private Words title(String name, String reference) {
        return present(name) ? document(name) : own(Texts.PAPER.in(language) + " " + reference);
    }

    ListView.Entry entry(PublicObject object) {
        PaperSnapshot.Line line = Snapshots.line(object);
        return new ListView.Entry(
                object.address(),
                title(line.name(), line.reference()),
                preline(line.paperType(), line.reference()),
                document(line.underDirectionOf()));
    }

    private Words preline(String paperType, String reference) {
        return present(paperType)
                ? document(paperType + " " + reference)
                : own(Texts.PAPER.in(language) + " " + reference);
    }

    private List<Fact> facts(PaperSnapshot paper) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(Texts.REFERENCE, own(paper.reference())));
        facts.add(fact(Texts.TYPE, document(paper.paperType())));
        facts.add(fact(Texts.VISIBILITY, own(Texts.PUBLIC)));
        facts.add(fact(Texts.LEAD, document(paper.underDirectionOf())));
        if (!paper.involved().isEmpty()) {
            facts.add(new Fact(Texts.INVOLVED.in(language), documents(paper.involved())));
        }
        facts.add(new Fact(Texts.PRODUCTS.in(language), documents(paper.budgetProducts())));
        if (present(paper.occasion())) {
            facts.add(fact(Texts.OCCASION, document(paper.occasion())));
        }
        if (present(paper.revision()) || paper.revisionDate() != null) {
            facts.add(fact(Texts.REVISION, document(revision(paper))));
        }
        if (paper.published() != null) {
            facts.add(fact(Texts.PUBLISHED, own(formats.date(paper.published()))));
        }
        return facts;
    }

    private String revision(PaperSnapshot paper) {
        String date = paper.revisionDate() == null ? null : formats.date(paper.revisionDate());
        if (!present(paper.revision())) {
            return date;
        }
        return date == null ? paper.revision() : paper.revision() + " (" + date + ")";
    }

    private PaperView.Row row(PaperSnapshot.Consultation consultation) {
        PaperSnapshot.Meeting meeting = consultation.meeting();
        boolean scheduled = meeting != null && meeting.start() != null;
        return new PaperView.Row(
                document(consultation.organization()),
                coded(Texts.ROLES, consultation.role(), consultation.roleWording()),
                scheduled ? own(formats.dateTime(meeting.start())) : plannedDate(consultation),
                scheduled ? meeting.start().toString() : Objects.toString(consultation.plannedDate(), null),
                scheduled ? meetingNotes(consultation) : List.of(),
                coded(Texts.VISIBILITIES, consultation.visibility(), null),
                document(consultation.result()));
    }

    private Words plannedDate(PaperSnapshot.Consultation consultation) {
        if (consultation.plannedDate() != null) {
            return own(formats.date(consultation.plannedDate()));
        }
        return present(consultation.dateWording()) ? document(consultation.dateWording()) : own(Texts.NO_DATE);
    }

    private List<Words> meetingNotes(PaperSnapshot.Consultation consultation) {
        PaperSnapshot.Meeting meeting = consultation.meeting();
        List<Words> notes = new ArrayList<>();
        if (present(meeting.name()) && !meeting.name().equals(consultation.organization())) {
            notes.add(document(meeting.name()));
        }
        if (present(meeting.place())) {
            notes.add(document(meeting.place()));
        }
        boolean moved = consultation.plannedDate() != null
                && !consultation.plannedDate().equals(LocalDate.ofInstant(meeting.start(), Formats.ZONE));
        if (moved) {
            notes.add(own(Texts.PLANNED_IN_PAPER.in(language) + " " + formats.date(consultation.plannedDate())));
        }
        return notes;
    }

    private PaperView.Section section(Text usual, PaperSnapshot.Passage passage, List<PaperSnapshot.Table> allTables) {
        if (passage == null || passage.paragraphs().isEmpty()) {
            return null;
        }
        Words heading = german && present(passage.label()) ? new Words(label(passage), null) : own(usual);
        List<PaperView.TableView> tables = allTables.stream()
                .filter(table -> belongs(table, passage))
                .map(table -> table(table, Texts.TABLE.in(language)))
                .toList();
        return new PaperView.Section(heading, documents(passage.paragraphs()), tables);
    }

    private static String label(PaperSnapshot.Passage passage) {
        return passage.label().strip().replaceAll("\\s*:$", "");
    }

    private static boolean belongs(PaperSnapshot.Table table, PaperSnapshot.Passage passage) {
        return passage != null && table.section() != null && table.section().equals(passage.label());
    }

    private List<PaperView.TableView> otherTables(PaperSnapshot paper) {
        List<PaperSnapshot.Passage> shown = Stream.of(
                        paper.proposedResolution(),
                        paper.statementOfFacts(),
                        paper.financialImpact() == null
                                ? null
                                : paper.financialImpact().wording(),
                        paper.climateCheck() == null
                                ? null
                                : paper.climateCheck().result())
                .filter(passage -> passage != null && !passage.paragraphs().isEmpty())
                .toList();
        return paper.tables().stream()
                .filter(table -> shown.stream().noneMatch(passage -> belongs(table, passage)))
                .map(table -> table(table, Objects.toString(table.section(), Texts.TABLES.in(language))))
                .toList();
    }

    private PaperView.TableView table(PaperSnapshot.Table table, String caption) {
        int width = Stream.of(Stream.of(table.header()), table.rows().stream(), Stream.of(table.totals()))
                .flatMap(rows -> rows)
                .mapToInt(List::size)
                .max()
                .orElse(0);
        return new PaperView.TableView(
                caption,
                table.header().isEmpty() ? List.of() : filled(table.header(), width),
                table.rows().stream().map(row -> filled(row, width)).toList(),
                table.totals(),
                foreign());
    }

    private static List<String> filled(List<String> cells, int width) {
        List<String> filled = new ArrayList<>(cells);
        filled.addAll(Collections.nCopies(width - cells.size(), ""));
        return filled;
    }

    private List<Fact> finance(PaperSnapshot.Finance finance) {
        if (finance == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(List.of(
                fact(Texts.IMPLEMENTATION_COST, amount(finance.implementationCost())),
                fact(Texts.FOLLOW_UP_COST, amount(finance.followUpCost())),
                new Fact(
                        Texts.COVERAGE.in(language),
                        Texts.COVERAGES.entrySet().stream()
                                .filter(box -> finance.coverage().contains(box.getKey()))
                                .sorted(Map.Entry.comparingByKey())
                                .map(box -> own(box.getValue()))
                                .toList()),
                fact(Texts.JUSTIFICATION, document(finance.justification())),
                fact(Texts.OTHER, document(finance.other())),
                fact(Texts.REVENUE, coded(Texts.ANSWERS, finance.revenue(), finance.revenueWording()))));
        if ("YES".equals(finance.revenue())) {
            facts.add(fact(Texts.VAT, coded(Texts.ANSWERS, finance.vat(), null)));
        }
        // A block in free words answers only what it answers: the form's questions were never put to it.
        return finance.wording() == null
                ? facts
                : facts.stream().filter(fact -> !fact.values().isEmpty()).toList();
    }

    private Words amount(PaperSnapshot.Amount amount) {
        if (amount == null) {
            return null;
        }
        if (present(amount.wording())) {
            return document(amount.wording());
        }
        return amount.value() == null ? null : own(formats.euros(amount.value()));
    }

    private List<Fact> climate(PaperSnapshot.Climate climate) {
        if (climate == null) {
            return List.of();
        }
        Fact rating = fact(Texts.CLIMATE_RATING, coded(Texts.RATINGS, climate.rating(), climate.wording()));
        boolean hasResult =
                climate.result() != null && !climate.result().paragraphs().isEmpty();
        return hasResult ? List.of(rating) : List.of(rating, fact(Texts.CLIMATE_RESULT, null));
    }

    private PaperView.AttachmentView attachment(PaperSnapshot.Attachment attachment, String address) {
        Words name = present(attachment.name())
                ? document(attachment.name())
                : own(Texts.ATTACHMENT.in(language) + " " + attachment.number());
        PaperSnapshot.StoredFile file = attachment.file();
        if (file == null) {
            String missing = Texts.FILE_MISSING.in(language);
            String note = present(attachment.sizeWording())
                    ? missing + " (" + Texts.SIZE_IN_PAPER.in(language) + " " + attachment.sizeWording() + ")"
                    : missing;
            return new PaperView.AttachmentView(attachment.number(), name, null, note);
        }
        String type = FileTypes.label(file.mediaType(), file.fileName(), Texts.FILE.in(language));
        return new PaperView.AttachmentView(
                attachment.number(),
                name,
                address + "/anlagen/" + attachment.number(),
                type + ", " + formats.size(file.size()));
    }

    private List<PaperView.VersionView> versions(List<PaperSnapshot.Version> versions) {
        int newest =
                versions.stream().mapToInt(PaperSnapshot.Version::number).max().orElse(0);
        return versions.stream()
                .sorted(Comparator.comparingInt(PaperSnapshot.Version::number).reversed())
                .map(version -> new PaperView.VersionView(version(version), version.number() == newest))
                .toList();
    }

    private String version(PaperSnapshot.Version version) {
        String label = Texts.VERSION.in(language) + " " + version.number();
        return version.created() == null
                ? label
                : label + " " + Texts.OF_DATE.in(language) + " " + formats.dateTime(version.created());
    }

    /** The paper's own wording to a German reader, because it is more exact; otherwise what the code means. */
    private Words coded(Map<String, Text> meanings, String code, String wording) {
        Text meaning = code == null ? null : meanings.get(code);
        if (present(wording) && (german || meaning == null)) {
            return document(wording);
        }
        return meaning == null ? null : own(meaning);
    }

    private Fact fact(Text label, Words value) {
        return new Fact(label.in(language), value == null ? List.of() : List.of(value));
    }

    private List<Words> documents(List<String> words) {
        return words.stream().map(this::document).filter(Objects::nonNull).toList();
    }

    private Words document(String words) {
        return present(words) ? new Words(words, foreign()) : null;
    }

    private Words own(Text text) {
        return own(text.in(language));
    }

    private static Words own(String words) {
        return new Words(words, null);
    }

    private String foreign() {
        return german ? null : "de";
    }

    private static boolean present(String words) {
        return words != null && !words.isBlank();
    }
}
