/**
 * Reads the text of a proposal. What happens, in order, and where it lives:
 *
 * <ol>
 *   <li>{@code refusals}: what is no proposal at all (empty, binary, HTML, too much of something), one class a reason
 *   <li>{@code text}: the text as numbered lines without markup
 *   <li>{@code noise}: what a council portal or a page break left in the text, one class a kind
 *   <li>{@code outline}: the text cut at its labels into sections, and its head into fields; the labels are listed in
 *       {@code SectionKind} and {@code HeadLabel}, a new wording goes there
 *   <li>{@code rules}: one class a rule, in a folder for each part of a proposal; a new layout of a Beratungsfolge, an
 *       attachment list or a table is a new class beside the others there
 *   <li>{@code checks}: one class a finding
 * </ol>
 *
 * <p>{@code words} reads single words (dates, amounts, boxes, roles), {@code reading} holds what is known so far. The orders
 * of rules and checks are in {@link Rules} and {@link Checks}.
 */
package de.kreiswerk.proposals.importer;
