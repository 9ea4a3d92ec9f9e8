package de.kreiswerk.core.persistence.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnitDescriptorTest {

    @Test
    void theNameAndTheClassesOfTheUnitAreRead() throws IOException {
        UnitDescriptor unit = read("""
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="cups">
                    <class> a.Cup </class>
                    <class>a.Saucer</class>
                  </persistence-unit>
                </persistence>
                """);

        assertThat(unit.name()).isEqualTo("cups");
        assertThat(unit.classes()).containsExactly("a.Cup", "a.Saucer");
    }

    @Test
    void twoUnitsInOneBundleAreRefused() {
        assertThatThrownBy(() ->
                        read("<persistence><persistence-unit name='a'/><persistence-unit name='b'/></persistence>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not 2");
    }

    @Test
    void whatIsNoXmlIsRefusedWithAReason() {
        assertThatThrownBy(() -> read("persistence"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("persistence.xml");
    }

    @Test
    void anEntityDeclarationIsNotFollowed() {
        assertThatThrownBy(() -> read("<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                        + "<persistence><persistence-unit name='&e;'/></persistence>"))
                .isInstanceOf(IOException.class);
    }

    private static UnitDescriptor read(String xml) throws IOException {
        return UnitDescriptor.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
