package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.web.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The tiles of the start page that are there at the moment. */
@Component(service = Tiles.class)
public class Tiles {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<Tile> tiles = List.of();

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
        return tiles.stream()
                .sorted(Comparator.comparingInt(Tile::order).thenComparing(Tile::path))
                .map(tile ->
                        new View(tile.title().in(language), tile.description().in(language), tile.path()))
                .toList();
    }
}
