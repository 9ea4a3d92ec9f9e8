package de.kreiswerk.core.web.pages.texts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A part of Markdown as HTML in the look of KERN: headings, paragraphs, lists, quotes, emphasis, links. HTML is shown as
 * written, pictures are their words alone, and headings go one level down, because the page has its own.
 */
final class Markdown {

    /** Lists in quotes in lists: more than anyone means. The renderer walks down by recursion. */
    private static final int MAX_NESTING = 60;

    private static final int DEEPEST = 6;

    private final Parser parser = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
            .build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
            .attributeProviderFactory(context -> new Look())
            .build();

    /**
     * Renders.
     *
     * @throws IllegalArgumentException when the text is nested too deeply
     */
    String html(String markdown) {
        Node document = parser.parse(markdown);
        if (nesting(document) > MAX_NESTING) {
            throw new IllegalArgumentException("nested too deeply");
        }
        document.accept(new Adaptation());
        return renderer.render(document);
    }

    private static int nesting(Node document) {
        int deepest = 0;
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                deepest = Math.max(deepest, depth);
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return deepest;
    }

    private static final class Adaptation extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() == 1 ? 2 : heading.getLevel(), DEEPEST));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            Node child = image.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                image.insertBefore(child);
                child = next;
            }
            image.unlink();
        }
    }

    private static final class Look implements AttributeProvider {

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Paragraph && tag.equals("p")) {
                attributes.put("class", "kern-body");
            } else if (node instanceof Heading heading) {
                attributes.put("class", heading.getLevel() == 2 ? "kern-heading-medium" : "kern-heading-small");
            } else if (node instanceof BulletList) {
                attributes.put("class", "kern-list kern-list--bullet");
            } else if (node instanceof OrderedList) {
                attributes.put("class", "kern-list kern-list--number");
            } else if (node instanceof Link) {
                attributes.put("class", "kern-link");
            }
        }
    }
}
