package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Department;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a mapping names has to be there: who set it up is told what is not. */
class NamesTest {

    private final Names names = new Names(
            Set.of("author"),
            List.of(department("d1", "FD 61", "Umwelt"), department("d2", "A", "Bau"), department("d3", "B", "bau")));

    @Test
    void whatIsThereIsNotMentioned() {
        assertThat(told("a=author|b=author@fd 61|c=@d2")).isEmpty();
        assertThat(told("")).isEmpty();
    }

    @Test
    void aRoleThatIsNotThereIsNamed() {
        assertThat(told("a=author|b=Author").orElseThrow().german()).contains("Rolle „Author“");
    }

    @Test
    void aDepartmentThatIsNotThereOrTwoAreIsNamed() {
        assertThat(told("a=author@FD 62").orElseThrow().german()).contains("Fachbereich „FD 62“");
        assertThat(told("a=@Bau").orElseThrow().english()).contains("'Bau'");
    }

    private Optional<Text> told(String mapping) {
        return names.stranger(Mapping.parse(mapping));
    }

    private static Department department(String id, String shortName, String name) {
        return new Department(id, null, shortName, name, null, null, null, 1);
    }
}
