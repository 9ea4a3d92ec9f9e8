package de.kreiswerk.core.web.pages.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void textIsHtmlInTheLookOfThePages() {
        assertThat(markdown.html("# Anbieter\n\nDer *Kreis*\n\n- a\n- b\n\n1. c\n2. d\n\n<mailto:a@kreis.example.de>"))
                .contains("<h2 class=\"kern-heading-medium\">Anbieter</h2>")
                .contains("<p class=\"kern-body\">Der <em>Kreis</em></p>")
                .contains("<ul class=\"kern-list kern-list--bullet\">")
                .contains("<ol class=\"kern-list kern-list--number\">")
                .contains("href=\"mailto:a@kreis.example.de\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "[x](javascript:alert(1))",
                "[x](data:text/html,x)",
                "![x](https://evil.example.de/x.png)",
                "    <script>"
            })
    void nothingOfAStrangerRunsOrIsFetched(String text) {
        assertThat(markdown.html(text)).doesNotContain("<script", "<img", "=\"javascript", "=\"data:");
    }

    @Test
    void pictureIsItsWords() {
        assertThat(markdown.html("![Das Wappen](wappen.png)")).contains("Das Wappen");
    }

    @Test
    void nestingHasAnEnd() {
        assertThatThrownBy(() -> markdown.html(">".repeat(50_000) + "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> markdown.html("**a ".repeat(2_000) + "b" + "**".repeat(2_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
