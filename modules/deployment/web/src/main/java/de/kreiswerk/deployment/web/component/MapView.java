package de.kreiswerk.deployment.web.component;

import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ServiceMap;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.util.ArrayList;
import java.util.List;

/**
 * What a component offers and uses, as a picture and as a table.
 *
 * @param basics what every page shows
 * @param component the component
 * @param map what is connected
 * @param left the boxes of what it uses
 * @param right the boxes of what it offers
 */
public record MapView(PageBasics basics, Component component, ServiceMap map, List<Box> left, List<Box> right) {

    /** Beyond that a picture says less than a table. */
    private static final int MOST = 12;

    private static final int LONGEST = 28;
    private static final int LONGEST_OWN = 20;
    private static final int TOP = 44;
    private static final int BOTTOM = 10;
    private static final int STEP = 70;

    /**
     * A box of the picture.
     *
     * @param title the short name
     * @param note who is at the other end
     * @param packaged whether it is a package
     * @param top where it is, from above
     */
    public record Box(String title, String note, boolean packaged, int top) {

        /** Where its line ends. */
        public int middle() {
            return top + HEIGHT / 2;
        }
    }

    /** How high a box is. */
    public static final int HEIGHT = 54;

    static MapView of(PageBasics basics, Component component, ServiceMap map) {
        return new MapView(basics, component, map, boxes(basics, map.uses()), boxes(basics, map.offers()));
    }

    private static List<Box> boxes(PageBasics basics, List<ServiceMap.Link> links) {
        List<Box> boxes = new ArrayList<>();
        int shown = links.size() > MOST ? MOST - 1 : links.size();
        for (ServiceMap.Link link : links.subList(0, shown)) {
            boxes.add(new Box(
                    shortened(link.packaged() ? link.name() : link.name().replaceFirst("^.*\\.", "")),
                    link.partners().isEmpty()
                            ? basics.in(ComponentTexts.NOBODY)
                            : shortened(String.join(", ", link.partners())),
                    link.packaged(),
                    TOP + boxes.size() * STEP));
        }
        if (shown < links.size()) {
            boxes.add(new Box(
                    "+ " + (links.size() - shown),
                    basics.in(ComponentTexts.MORE_IN_TABLE),
                    false,
                    TOP + boxes.size() * STEP));
        }
        return boxes;
    }

    /** The end of a name says more than its beginning. */
    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : "…" + name.substring(name.length() - LONGEST + 1);
    }

    /** Whether there is something to show. */
    public boolean isEmpty() {
        return map.addresses().isEmpty() && map.offers().isEmpty() && map.uses().isEmpty();
    }

    /** How high the picture is. */
    public int height() {
        return TOP + BOTTOM + Math.max(1, Math.max(left.size(), right.size())) * STEP - (STEP - HEIGHT);
    }

    /** Where the middle of the component's own box is, from above. */
    public int centre() {
        return Math.max(TOP + HEIGHT / 2, (TOP + height() - BOTTOM) / 2);
    }

    /** The component's own box. */
    public String ownTitle() {
        String title = basics.in(component.title());
        return title.length() <= LONGEST_OWN
                ? title
                : title.substring(0, LONGEST_OWN - 1).strip() + "…";
    }

    /** Where the component is. */
    public String back() {
        return Places.component(component.name());
    }

    /** The lines of the table. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        map.offers().forEach(link -> lines.add(line(true, link)));
        map.uses().forEach(link -> lines.add(line(false, link)));
        return lines;
    }

    private Line line(boolean offered, ServiceMap.Link link) {
        return new Line(
                basics.in(offered ? ComponentTexts.OFFERS : ComponentTexts.USES),
                basics.in(link.packaged() ? ComponentTexts.PACKAGE : ComponentTexts.SERVICE),
                link.name(),
                link.partners().isEmpty() ? basics.in(ComponentTexts.NOBODY) : String.join(", ", link.partners()));
    }

    /**
     * A line of the table.
     *
     * @param direction offered or used
     * @param kind a service or a package
     * @param name its name
     * @param partners who is at the other end
     */
    public record Line(String direction, String kind, String name, String partners) {}
}
