package de.kreiswerk.core.web.server;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/**
 * A problem as a page for people, without the frame: where the platform itself is not reached, nobody has assets or a navigation. It
 * shows the platform's own words only, and nothing of the request.
 */
final class PlainPage {

    static final String MEDIA_TYPE = "text/html;charset=utf-8";

    private static final Text HOME = new Text("Zur Startseite", "Go to the home page");

    private PlainPage() {}

    static String of(Problem problem, Locale language) {
        String title = problem.title().in(language);
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>%s</title>
                </head>
                <body>
                <main>
                  <h1>%s</h1>
                  <p>%s</p>
                  <p><a href="/">%s</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        language.getLanguage(), title, title, problem.detail().in(language), HOME.in(language));
    }
}
