package @PACKAGE@;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Tile;
import org.osgi.service.component.annotations.Component;

/** Die Kachel auf der Startseite. Sie ist da, solange der Dienst läuft. */
@Component
public final class StartTile implements Tile {

    static final int ORDER = 500;

    @Override
    public Text title() {
        return Texts.TITLE;
    }

    @Override
    public Text description() {
        return new Text("Ein neuer Dienst Ihres Landkreises.", "A new service of your county.");
    }

    @Override
    public String path() {
        return StartPage.PATH;
    }

    @Override
    public int order() {
        return ORDER;
    }
}
