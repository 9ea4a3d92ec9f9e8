package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.proposals.web.feed.AtomFeed;
import de.kreiswerk.proposals.web.http.Query;
import de.kreiswerk.proposals.web.snapshot.PublicBody;
import de.kreiswerk.proposals.web.snapshot.Snapshots;
import de.kreiswerk.proposals.web.view.CommonTexts;
import de.kreiswerk.proposals.web.view.Phrases;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the feed of papers. A pure function of their snapshots, the language and the public address. */
final class PapersFeed {

    private static final Snapshots<PaperSnapshot.Line> LINES = Snapshots.as(PaperSnapshot.Line.class);
    private static final int MAX_SUMMARY = 600;

    private final Locale language;
    private final String baseUrl;
    private final PublicBody body;

    PapersFeed(Locale language, String baseUrl, PublicBody body) {
        this.language = language;
        this.baseUrl = baseUrl;
        this.body = body;
    }

    AtomFeed of(List<PublicObject> papers, Query filter) {
        String name = Texts.FEED_TITLE.in(language);
        return new AtomFeed(
                id(filter),
                body.name().isEmpty() ? name : name + " – " + body.name(),
                language.getLanguage(),
                baseUrl + filter.at(PapersFeedServlet.PATH),
                baseUrl + filter.at(PapersServlet.BASE),
                body.name().isEmpty() ? CommonTexts.PAPERS.in(language) : body.name(),
                body.licence(),
                papers.stream()
                        .map(PublicObject::modified)
                        .max(Comparator.naturalOrder())
                        .orElse(body.modified()),
                papers.stream()
                        .filter(paper -> paper.address() != null)
                        .map(this::entry)
                        .toList());
    }

    /** Of the county and the filters, not of the host: the feed stays the same when the platform moves. */
    private String id(Query filter) {
        String name = "kreiswerk" + body.path() + filter.at(PapersFeedServlet.PATH);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private AtomFeed.Entry entry(PublicObject paper) {
        PaperSnapshot.Line line = LINES.read(paper);
        String kind = Objects.requireNonNullElse(line.paperType(), Texts.PAPER.in(language));
        Instant published = line.published();
        return new AtomFeed.Entry(
                "urn:uuid:" + paper.path().substring(paper.path().lastIndexOf('/') + 1),
                Phrases.present(line.name()) ? line.name() : Texts.PAPER.in(language) + " " + line.reference(),
                absolute(paper.address()),
                published,
                published != null && published.isAfter(paper.modified()) ? published : paper.modified(),
                Stream.of(line.paperType()).filter(Phrases::present).toList(),
                summary(line, kind));
    }

    private String summary(PaperSnapshot.Line line, String kind) {
        String lead = Phrases.present(line.underDirectionOf())
                ? Texts.LEAD.in(language) + ": " + line.underDirectionOf()
                : null;
        String resolution = line.proposedResolution() == null
                ? null
                : Texts.RESOLUTION.in(language) + ": "
                        + String.join(" ", line.proposedResolution().paragraphs());
        String summary = Stream.of(kind + " " + line.reference(), lead, resolution)
                .filter(Objects::nonNull)
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(". "));
        // A character beyond the basic plane is not cut in two.
        int length = summary.codePointCount(0, summary.length());
        return length <= MAX_SUMMARY
                ? summary
                : summary.substring(0, summary.offsetByCodePoints(0, MAX_SUMMARY)) + " …";
    }

    private String absolute(String address) {
        try {
            return baseUrl + new URI(null, null, address, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + address, e);
        }
    }
}
