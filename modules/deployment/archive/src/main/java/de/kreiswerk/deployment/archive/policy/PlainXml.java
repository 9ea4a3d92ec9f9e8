package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.zip.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that a stranger wrote: within limits, with a parser that fetches and expands nothing. */
final class PlainXml {

    private static final int LARGEST = 1024 * 1024;
    private static final String DEEPEST = "20";

    private PlainXml() {}

    /** All elements with a name, in whatever namespace; it throws when the file is too large or no such XML. */
    static List<Element> elements(Entry entry, String name) throws IOException {
        if (entry.size() > LARGEST) {
            throw new IOException("too large");
        }
        try (InputStream in = entry.open()) {
            NodeList all = parser().parse(in).getElementsByTagNameNS("*", name);
            List<Element> found = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                found.add((Element) all.item(i));
            }
            return found;
        } catch (SAXException e) {
            throw new IOException("no XML", e);
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setXIncludeAware(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder parser = factory.newDocumentBuilder();
            // Java's own handler writes to the error output.
            parser.setErrorHandler(new DefaultHandler());
            parser.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own parser knows these features", e);
        }
    }
}
