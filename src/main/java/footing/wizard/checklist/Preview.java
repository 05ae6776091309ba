package footing.wizard.checklist;

import footing.checklist.Checklist;
import footing.checklist.ChecklistPdf;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws the very PDF that would be saved, page by page. Takes its time: never on the JavaFX thread. */
final class Preview {

    private static final float DOTS_PER_INCH = 110;

    private Preview() {
    }

    /** @return how many pages there are */
    static int draw(Checklist checklist, Consumer<Image> page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChecklistPdf.write(checklist, bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes.toByteArray())) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int at = 0; at < pdf.getNumberOfPages(); at++) {
                page.accept(image(renderer.renderImageWithDPI(at, DOTS_PER_INCH, ImageType.RGB)));
            }
            return pdf.getNumberOfPages();
        }
    }

    private static Image image(BufferedImage drawn) {
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        int[] pixels = drawn.getRGB(0, 0, width, height, new int[width * height], 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
