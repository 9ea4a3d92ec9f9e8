package de.kreiswerk.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnDeputiesServletTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void whoBelongsToNoDepartmentAnyMoreEndsWhatThereIsAndIsNotAskedForMore() throws Exception {
        assertThat(shown(Http.get().signedIn("mine")))
                .contains("name=\"vertretung\" value=\"d1\"")
                .doesNotContain("name=\"durch\"");
        assertThat(shown(Http.get().signedIn("mine", new Grant(Grant.ALL, Grant.ALL))))
                .contains("name=\"vertretung\" value=\"d1\"", "name=\"durch\"");
    }

    private static String shown(Http http) throws Exception {
        Deputies deputies = Http.proxy(
                Deputies.class,
                (method, arguments) -> List.of(new Deputyship("d1", "anna", "Anna", "ben", "Ben", DAY, DAY)));
        new OwnDeputiesServlet(http.pages(), deputies).service(http.request(), http.response());
        return http.page;
    }
}
