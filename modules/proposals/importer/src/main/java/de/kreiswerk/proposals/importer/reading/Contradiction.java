package de.kreiswerk.proposals.importer.reading;

/** Answers that cannot both be meant. A rule that meets one decides nothing, or what keeps more back. */
public enum Contradiction {
    /** A paper calls itself public and non-public. It counts as non-public. */
    VISIBILITY,
    /** More than one climate rating is ticked, or it is not clear which. */
    CLIMATE_RATING,
    /** More than one answer to the question for revenue is ticked, or it is not clear which. */
    REVENUE,
    /** More than one answer to the question for value added tax is ticked, or it is not clear which. */
    VAT,
    /** Value added tax is answered although there is no revenue. */
    VAT_WITHOUT_REVENUE
}
