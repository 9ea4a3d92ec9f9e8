package de.kreiswerk.core.persistence.unit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a {@code persistence.xml} says: the unit's name and its classes, converters included.
 *
 * @param name the unit's name
 * @param classes the names of its managed classes
 */
record UnitDescriptor(String name, List<String> classes) {

    static UnitDescriptor read(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
            NodeList units = root.getElementsByTagNameNS("*", "persistence-unit");
            if (units.getLength() != 1) {
                throw new IOException(
                        "persistence.xml must hold exactly one persistence unit, not " + units.getLength());
            }
            Element unit = (Element) units.item(0);
            NodeList classes = unit.getElementsByTagNameNS("*", "class");
            List<String> names = new ArrayList<>();
            for (int i = 0; i < classes.getLength(); i++) {
                names.add(classes.item(i).getTextContent().strip());
            }
            return new UnitDescriptor(unit.getAttribute("name"), List.copyOf(names));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("persistence.xml cannot be read: " + e.getMessage(), e);
        }
    }
}
