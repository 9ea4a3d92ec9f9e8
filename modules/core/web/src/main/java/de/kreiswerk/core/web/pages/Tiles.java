package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The tiles of the start page that are there at the moment, each as it said when it came. */
@Component(service = Tiles.class)
public class Tiles {

    private final Offers<Tile, Known> tiles =
            new Offers<>(Comparator.comparingInt(Known::order).thenComparing(Known::path));

    private record Known(Text title, Text description, String path, int order) {

        static Known of(Tile tile) {
            return new Known(
                    Objects.requireNonNull(tile.title()),
                    Objects.requireNonNull(tile.description()),
                    Objects.requireNonNull(tile.path()),
                    tile.order());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTile(Tile tile) {
        tiles.add(tile, Known::of);
    }

    void removeTile(Tile tile) {
        tiles.remove(tile);
    }

    /** Another one when something else is offered. */
    Object stamp() {
        return tiles.all();
    }

    /**
     * What a tile shows.
     *
     * @param title what is behind it
     * @param description what one can do there
     * @param address where it leads
     */
    record View(String title, String description, String address) {}

    /** Also what has no tile of its own but stands in the navigation: the start page leads everywhere. */
    List<View> in(Locale language, List<Link> navigation) {
        List<View> views = new ArrayList<>(in(language));
        navigation.stream()
                .filter(link -> views.stream().noneMatch(view -> view.address().equals(link.address())))
                .map(link -> new View(link.label(), "", link.address()))
                .forEach(views::add);
        return views;
    }

    private List<View> in(Locale language) {
        return tiles.all().stream()
                .map(tile ->
                        new View(tile.title().in(language), tile.description().in(language), tile.path()))
                .toList();
    }
}
