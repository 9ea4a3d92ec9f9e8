package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every form that changes something needs its token, those of pages that nobody has thought of yet as well. */
@InBrowser
class ConsoleFormsTest {

    private static final String FORMS = """
            () => [...document.querySelectorAll('form[method=post]')].map(form => {
              const fields = new URLSearchParams(new FormData(form, form.querySelector('button[type=submit]')));
              const token = fields.get('csrf') ?? '';
              fields.delete('csrf');
              return [new URL(form.action).pathname, fields.toString(), token];
            })""";

    @Test
    @SuppressWarnings("unchecked")
    void noFormWorksWithoutItsToken(Chromium chromium, @WithCouncil Platform platform) {
        Person administrator = ConsolePages.administratorOf(platform);
        List<String> worked = new ArrayList<>();
        List<String> tried = new ArrayList<>();
        try (Tab tab = chromium.tab(platform, new Look(Look.WIDE, true, false), administrator)) {
            ConsolePages.each(tab, page -> {
                for (List<String> form : (List<List<String>>) page.page().evaluate(FORMS)) {
                    tried.add(form.get(0));
                    assertThat(form.get(2)).as("the token in " + form.get(0)).isEqualTo(administrator.token());
                    Reply reply = administrator.send(
                            "POST", form.get(0), Person.FORM, form.get(1), "Accept", "application/json");
                    if (reply.status() != 403 || !reply.field("code").equals("csrf-token-not-valid")) {
                        worked.add(page.path() + ": " + form.get(0) + " answers " + reply.status());
                    }
                }
            });
        }
        assertThat(worked).isEmpty();
        assertThat(tried).hasSizeGreaterThan(8);
    }
}
