package footing.checklist;

import java.util.Base64;

/** The checklist as one HTML file that needs nothing beside it: no script, no reference to anywhere. */
public final class ChecklistHtml {

    private ChecklistHtml() {
    }

    public static String render(Checklist checklist) {
        String shapes = Base64.getEncoder().encodeToString(Page.bytes("fonts/shapes.ttf"));
        String css = Page.text("page.css") + Page.text("screen.css").replace("SHAPES", shapes);
        return "<!DOCTYPE html>\n" + Page.draw(checklist, css, false);
    }
}
