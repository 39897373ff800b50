package dev.vsh.shell.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under a heading, laid out as virsh does; for programs a list of objects. */
public final class Table implements Answer {
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** Programs call the columns what people do. */
    public Table(String... heading) {
        this(Arrays.stream(heading).map(Column::named).toList());
    }

    public Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * @param cells as many as there are columns
     */
    public void addRow(List<String> cells) {
        addCells(cells.stream().map(Cell::of).toList());
    }

    /**
     * @param cells as many as there are columns
     */
    public void addCells(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + columns.size() + " cells cannot be " + cells);
        }
        rows.add(List.copyOf(cells));
    }

    @Override
    public String text(boolean withHeading) {
        List<CellText> heading =
                columns.stream()
                        .filter(Column::visible)
                        .map(column -> CellText.of(column.heading()))
                        .toList();
        return new TableLayout(heading, visible()).text(withHeading);
    }

    /** The same without any layout, a blank between cells. */
    public Answer asLines() {
        StringBuilder text = new StringBuilder();
        for (List<Cell> row : rows) {
            text.append(String.join(" ", row.stream().map(Cell::text).toList())).append('\n');
        }
        return new Shown(text.toString(), data());
    }

    private List<List<CellText>> visible() {
        List<List<CellText>> visible = new ArrayList<>();
        for (List<Cell> row : rows) {
            List<CellText> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (columns.get(i).visible()) {
                    cells.add(CellText.of(row.get(i).text()));
                }
            }
            visible.add(cells);
        }
        return visible;
    }

    @Override
    public Datum data() {
        return new Datum.Items(rows.stream().map(this::data).toList());
    }

    private Datum data(List<Cell> row) {
        List<Datum.Field> fields = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            fields.add(new Datum.Field(columns.get(i).name(), row.get(i).datum()));
        }
        return new Datum.Fields(fields);
    }
}
