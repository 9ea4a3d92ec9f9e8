package de.kreiswerk.proposals.web.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds as XML. */
public final class AtomWriter {

    /** The media type of feeds. */
    public static final String MEDIA_TYPE = "application/atom+xml";

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The feed as an XML document. */
    public static String write(AtomFeed feed) {
        StringWriter out = new StringWriter();
        try {
            // The JDK's own: what a search by class loaders finds depends on which bundles are there.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new AtomWriter(xml).document(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return out.toString();
    }

    private void document(AtomFeed feed) throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", feed.language());
        text("id", feed.id());
        text("title", feed.title());
        time("updated", feed.updated());
        link("self", MEDIA_TYPE, feed.self());
        link("alternate", "text/html", feed.page());
        xml.writeStartElement("author");
        text("name", feed.author());
        xml.writeEndElement();
        if (feed.rights() != null) {
            text("rights", feed.rights());
        }
        for (AtomFeed.Entry entry : feed.entries()) {
            entry(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(AtomFeed.Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        text("id", entry.id());
        text("title", entry.title());
        link("alternate", "text/html", entry.page());
        if (entry.published() != null) {
            time("published", entry.published());
        }
        time("updated", entry.updated());
        for (String category : entry.categories()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(category));
        }
        text("summary", entry.summary());
        xml.writeEndElement();
    }

    private void link(String relation, String mediaType, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", mediaType);
        xml.writeAttribute("href", clean(address));
    }

    private void time(String name, Instant time) throws XMLStreamException {
        text(name, time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** Without the characters that XML 1.0 does not know, which the writer would let through. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(AtomWriter::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
