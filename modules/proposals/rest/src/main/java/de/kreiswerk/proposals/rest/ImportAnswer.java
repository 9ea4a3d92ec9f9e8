package de.kreiswerk.proposals.rest;

import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Papers.ImportResult;
import de.kreiswerk.proposals.api.Visibility;
import java.util.List;
import java.util.Locale;

/**
 * What an import answers.
 *
 * @param id the paper's id
 * @param reference its Vorlagennummer
 * @param version the newest version
 * @param outcome CREATED, CHANGED or UNCHANGED
 * @param state DRAFT, PUBLISHED or WITHDRAWN
 * @param visibility what the text says of it, PUBLIC or NON_PUBLIC; null when it says nothing
 * @param published whether the public sees it now
 * @param url the address of its page, which answers once it is published
 * @param changes names of the fields that a new version changed
 * @param findings what its author should look at
 */
record ImportAnswer(
        String id,
        String reference,
        int version,
        String outcome,
        String state,
        Visibility visibility,
        boolean published,
        String url,
        List<String> changes,
        List<FoundInText> findings) {

    record FoundInText(String severity, String code, int line, String message) {

        static FoundInText of(Finding finding, Locale locale) {
            return new FoundInText(
                    finding.severity().name(),
                    finding.code(),
                    finding.line(),
                    finding.message().in(locale));
        }
    }

    static ImportAnswer of(ImportResult result, String baseUrl, Locale locale) {
        Paper paper = result.paper();
        return new ImportAnswer(
                paper.id(),
                paper.reference(),
                paper.version(),
                result.outcome().name(),
                paper.state().name(),
                paper.document().visibility(),
                paper.state() == Paper.State.PUBLISHED,
                Answers.page(paper, baseUrl),
                result.changes(),
                paper.findings().stream()
                        .map(finding -> FoundInText.of(finding, locale))
                        .toList());
    }
}
