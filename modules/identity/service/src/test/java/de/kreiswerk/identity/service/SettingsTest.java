package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the console knows of the settings: it refuses what is out of their bounds, with a sentence at the field. */
class SettingsTest {

    @ParameterizedTest
    @ValueSource(classes = {PasswordHasher.class, Throttle.class, SessionStore.class})
    void aNumberThatCouldEndThePlatformIsRefusedWhereItIsTyped(Class<?> component) throws Exception {
        for (Element number : numbers(component)) {
            String name = component.getSimpleName() + "/" + number.getAttribute("id");
            assertThat(number.getAttribute("min")).as(name).matches("[0-9]+");
            assertThat(number.getAttribute("max")).as(name).matches("[0-9]+");
            assertThat(Integer.valueOf(number.getAttribute("default")))
                    .as(name)
                    .isBetween(
                            Integer.valueOf(number.getAttribute("min")), Integer.valueOf(number.getAttribute("max")));
        }
    }

    private static List<Element> numbers(Class<?> component) throws Exception {
        try (InputStream file =
                component.getResourceAsStream("/OSGI-INF/metatype/" + component.getName() + "$Config.xml")) {
            NodeList all = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file)
                    .getElementsByTagName("AD");
            List<Element> numbers = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                Element each = (Element) all.item(i);
                if (each.getAttribute("type").equals("Integer")) {
                    numbers.add(each);
                }
            }
            assertThat(numbers).hasSizeGreaterThan(1);
            return numbers;
        }
    }
}
