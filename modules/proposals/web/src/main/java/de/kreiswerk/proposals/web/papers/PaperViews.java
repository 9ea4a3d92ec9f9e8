package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.snapshot.PublicBody;
import de.kreiswerk.proposals.web.snapshot.Snapshots;
import de.kreiswerk.proposals.web.view.CommonTexts;
import de.kreiswerk.proposals.web.view.Fact;
import de.kreiswerk.proposals.web.view.Formats;
import de.kreiswerk.proposals.web.view.Phrases;
import de.kreiswerk.proposals.web.view.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Makes views of snapshots. A pure function of the snapshot, the reader's language and the day. */
final class PaperViews {

    private static final Snapshots<PaperSnapshot.Line> LINES = Snapshots.as(PaperSnapshot.Line.class);

    private final Locale language;
    private final Phrases phrases;
    private final Formats formats;
    private final NextSteps nextSteps;

    PaperViews(Locale language, Today today) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.formats = new Formats(language);
        this.nextSteps = new NextSteps(language, today);
    }

    PaperView view(PaperSnapshot paper, String path, String address, PublicBody body) {
        boolean over = NextSteps.isOver(paper.state());
        List<PaperView.Row> rows =
                paper.consultations().stream().map(row -> row(row, over)).toList();
        Sections sections = new Sections(language, paper.tables());
        return new PaperView(
                language,
                preline(paper.paperType(), paper.reference()),
                phrases.own(paper.reference()),
                title(paper.name(), paper.reference()),
                nextSteps.heading(paper.consultations(), paper.state()),
                nextSteps.of(paper.consultations(), paper.state()),
                facts(paper),
                rows,
                rows.stream().anyMatch(row -> row.result() != null),
                paper.consultations().stream()
                        .filter(consultation -> Phrases.present(consultation.resolutionText()))
                        .map(this::resolved)
                        .toList(),
                sections.of(Texts.RESOLUTION, paper.proposedResolution()),
                sections.of(Texts.STATEMENT, paper.statementOfFacts()),
                finance(paper.financialImpact()),
                financeWording(paper, sections),
                climate(paper.climateCheck()),
                climateResult(paper, sections),
                sections.others(),
                paper.attachments().stream()
                        .sorted(Comparator.comparingInt(PaperSnapshot.Attachment::number))
                        .map(attachment -> attachment(attachment, address))
                        .toList(),
                versions(paper.versions(), address),
                null,
                body.openData(path, language));
    }

    /** An earlier version says what its text says. What became of it is on the page of the newest. */
    PaperView earlier(PaperSnapshot paper, PaperSnapshot.Version version, String address) {
        Sections sections = new Sections(language, paper.tables());
        return new PaperView(
                language,
                preline(paper.paperType(), paper.reference()),
                phrases.own(paper.reference()),
                title(paper.name(), paper.reference()),
                null,
                List.of(),
                facts(paper),
                paper.consultations().stream().map(row -> row(row, true)).toList(),
                false,
                List.of(),
                sections.of(Texts.RESOLUTION, paper.proposedResolution()),
                sections.of(Texts.STATEMENT, paper.statementOfFacts()),
                finance(paper.financialImpact()),
                financeWording(paper, sections),
                climate(paper.climateCheck()),
                climateResult(paper, sections),
                sections.others(),
                List.of(),
                List.of(),
                new PaperView.Earlier(
                        Texts.VERSION.in(language) + " " + version.number() + " (" + Texts.SUPERSEDED.in(language)
                                + ")",
                        version(version) + " " + Texts.REPLACED.in(language),
                        address),
                null);
    }

    private PaperView.Section financeWording(PaperSnapshot paper, Sections sections) {
        return paper.financialImpact() == null
                ? null
                : sections.of(Texts.FINANCE, paper.financialImpact().wording());
    }

    private PaperView.Section climateResult(PaperSnapshot paper, Sections sections) {
        return paper.climateCheck() == null
                ? null
                : sections.of(Texts.CLIMATE_RESULT, paper.climateCheck().result());
    }

    /** The title; a paper without one is known by its reference. */
    private Words title(String name, String reference) {
        return Phrases.present(name) ? phrases.document(name) : phrases.own(Texts.PAPER.in(language) + " " + reference);
    }

    ListView.Entry entry(PublicObject object) {
        PaperSnapshot.Line line = LINES.read(object);
        return new ListView.Entry(
                object.address(),
                title(line.name(), line.reference()),
                preline(line.paperType(), line.reference()),
                phrases.document(line.underDirectionOf()),
                phrases.coded(Texts.STATES, line.state(), null),
                line.published() == null ? null : formats.date(line.published()),
                nextSteps.inBrief(line.consultations()).orElse(null),
                nextSteps.last(line.consultations(), line.state()).orElse(null));
    }

    private Words preline(String paperType, String reference) {
        return Phrases.present(paperType)
                ? phrases.document(paperType + " " + reference)
                : phrases.own(Texts.PAPER.in(language) + " " + reference);
    }

    private List<Fact> facts(PaperSnapshot paper) {
        List<Fact> facts = new ArrayList<>();
        facts.add(phrases.fact(Texts.REFERENCE, phrases.own(paper.reference())));
        facts.add(phrases.fact(Texts.TYPE, phrases.document(paper.paperType())));
        if (paper.state() != null) {
            facts.add(phrases.fact(Texts.STATE, phrases.coded(Texts.STATES, paper.state(), null)));
        }
        facts.add(phrases.fact(Texts.VISIBILITY, phrases.own(CommonTexts.PUBLIC)));
        facts.add(phrases.fact(Texts.LEAD, phrases.document(paper.underDirectionOf())));
        if (!paper.involved().isEmpty()) {
            facts.add(new Fact(Texts.INVOLVED.in(language), phrases.documents(paper.involved())));
        }
        facts.add(new Fact(Texts.PRODUCTS.in(language), phrases.documents(paper.budgetProducts())));
        if (Phrases.present(paper.occasion())) {
            facts.add(phrases.fact(Texts.OCCASION, phrases.document(paper.occasion())));
        }
        if (Phrases.present(paper.revision()) || paper.revisionDate() != null) {
            facts.add(phrases.fact(Texts.REVISION, phrases.document(revision(paper))));
        }
        if (paper.published() != null) {
            facts.add(phrases.fact(Texts.PUBLISHED, phrases.own(formats.date(paper.published()))));
        }
        return facts;
    }

    private String revision(PaperSnapshot paper) {
        String date = paper.revisionDate() == null ? null : formats.date(paper.revisionDate());
        if (!Phrases.present(paper.revision())) {
            return date;
        }
        return date == null ? paper.revision() : paper.revision() + " (" + date + ")";
    }

    private PaperView.Resolved resolved(PaperSnapshot.Consultation consultation) {
        LocalDate date = Step.of(consultation).date();
        return new PaperView.Resolved(
                phrases.document(consultation.organization()),
                date == null ? null : phrases.own(formats.date(date)),
                phrases.paragraphs(consultation.resolutionText()));
    }

    private PaperView.Row row(PaperSnapshot.Consultation consultation, boolean over) {
        PaperSnapshot.Meeting meeting = consultation.meeting();
        boolean scheduled = meeting != null && meeting.start() != null;
        return new PaperView.Row(
                phrases.document(consultation.organization()),
                phrases.coded(Texts.ROLES, consultation.role(), consultation.roleWording()),
                scheduled ? phrases.own(formats.dateTime(meeting.start())) : plannedDate(consultation, over),
                scheduled ? meeting.start().toString() : Objects.toString(consultation.plannedDate(), null),
                scheduled ? meeting.address() : null,
                scheduled && meeting.cancelled(),
                scheduled ? meetingNotes(consultation) : List.of(),
                phrases.coded(Texts.VISIBILITIES, consultation.visibility(), null),
                phrases.document(consultation.result()));
    }

    /** Where all is over, a date that is missing is not one that is still to come. */
    private Words plannedDate(PaperSnapshot.Consultation consultation, boolean over) {
        if (consultation.plannedDate() != null) {
            return phrases.own(formats.date(consultation.plannedDate()));
        }
        return Phrases.present(consultation.dateWording())
                ? phrases.document(consultation.dateWording())
                : phrases.own(over ? CommonTexts.NO_ANSWER : Texts.NO_DATE);
    }

    private List<Words> meetingNotes(PaperSnapshot.Consultation consultation) {
        PaperSnapshot.Meeting meeting = consultation.meeting();
        List<Words> notes = new ArrayList<>();
        if (Phrases.present(meeting.name()) && !meeting.name().equals(consultation.organization())) {
            notes.add(phrases.document(meeting.name()));
        }
        if (Phrases.present(meeting.place())) {
            notes.add(phrases.document(meeting.place()));
        }
        boolean moved = consultation.plannedDate() != null
                && !consultation.plannedDate().equals(LocalDate.ofInstant(meeting.start(), Formats.ZONE));
        if (moved) {
            notes.add(
                    phrases.own(Texts.PLANNED_IN_PAPER.in(language) + " " + formats.date(consultation.plannedDate())));
        }
        return notes;
    }

    private List<Fact> finance(PaperSnapshot.Finance finance) {
        if (finance == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(List.of(
                phrases.fact(Texts.IMPLEMENTATION_COST, amount(finance.implementationCost())),
                phrases.fact(Texts.FOLLOW_UP_COST, amount(finance.followUpCost())),
                new Fact(
                        Texts.COVERAGE.in(language),
                        Texts.COVERAGES.entrySet().stream()
                                .filter(box -> finance.coverage().contains(box.getKey()))
                                .sorted(Map.Entry.comparingByKey())
                                .map(box -> phrases.own(box.getValue()))
                                .toList()),
                phrases.fact(Texts.JUSTIFICATION, phrases.document(finance.justification())),
                phrases.fact(Texts.OTHER, phrases.document(finance.other())),
                phrases.fact(
                        Texts.REVENUE, phrases.coded(Texts.ANSWERS, finance.revenue(), finance.revenueWording()))));
        if ("YES".equals(finance.revenue())) {
            facts.add(phrases.fact(Texts.VAT, phrases.coded(Texts.ANSWERS, finance.vat(), null)));
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
        if (Phrases.present(amount.wording())) {
            return phrases.document(amount.wording());
        }
        return amount.value() == null ? null : phrases.own(formats.euros(amount.value()));
    }

    private List<Fact> climate(PaperSnapshot.Climate climate) {
        if (climate == null) {
            return List.of();
        }
        Fact rating =
                phrases.fact(Texts.CLIMATE_RATING, phrases.coded(Texts.RATINGS, climate.rating(), climate.wording()));
        boolean hasResult =
                climate.result() != null && !climate.result().paragraphs().isEmpty();
        return hasResult ? List.of(rating) : List.of(rating, phrases.fact(Texts.CLIMATE_RESULT, null));
    }

    private PaperView.AttachmentView attachment(PaperSnapshot.Attachment attachment, String address) {
        Words name = Phrases.present(attachment.name())
                ? phrases.document(attachment.name())
                : phrases.own(Texts.ATTACHMENT.in(language) + " " + attachment.number());
        PaperSnapshot.StoredFile file = attachment.file();
        if (file == null) {
            String missing = Texts.FILE_MISSING.in(language);
            String note = Phrases.present(attachment.sizeWording())
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

    private List<PaperView.VersionView> versions(List<PaperSnapshot.Version> versions, String address) {
        int newest =
                versions.stream().mapToInt(PaperSnapshot.Version::number).max().orElse(0);
        return versions.stream()
                .sorted(Comparator.comparingInt(PaperSnapshot.Version::number).reversed())
                .map(version -> new PaperView.VersionView(
                        version(version),
                        version.number() == newest,
                        version.path() == null ? null : address + "/fassungen/" + version.number()))
                .toList();
    }

    private String version(PaperSnapshot.Version version) {
        String label = Texts.VERSION.in(language) + " " + version.number();
        return version.created() == null
                ? label
                : label + " " + Texts.OF_DATE.in(language) + " " + formats.dateTime(version.created());
    }
}
