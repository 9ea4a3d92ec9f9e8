package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.identity.api.Deputyship;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Who stands in for whom, with a form for one more.
 *
 * @param language the reader's language
 * @param token the token that forms send back, empty without a session
 * @param address where the forms go
 * @param agreed what holds now or will
 * @param others whether the form asks who is away, because it is not the reader
 * @param mayChange whether there are forms
 * @param mayAppoint whether there is one for one more
 * @param saved whether something was saved just now
 * @param errors why nothing was changed
 * @param away what stands in the form
 * @param deputy what stands in the form
 * @param firstDay what stands in the form
 * @param lastDay what stands in the form
 */
public record DeputiesView(
        Locale language,
        String token,
        String address,
        List<Deputyship> agreed,
        boolean others,
        boolean mayChange,
        boolean mayAppoint,
        boolean saved,
        FormErrors errors,
        Field away,
        Field deputy,
        Field firstDay,
        Field lastDay) {

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** A day as people write it. */
    public String day(LocalDate day) {
        String pattern = "en".equals(language.getLanguage()) ? "d MMM yyyy" : "dd.MM.yyyy";
        return DateTimeFormatter.ofPattern(pattern, language).format(day);
    }
}
