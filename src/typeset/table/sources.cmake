# The part of the typeset room that sets tables. The breaker and the shape know no font.
set(table_sources
    table/cell_wishes.cpp
    table/columns.cpp
    table/grid.cpp
    table/row_setter.cpp
    table/rules.cpp
    table/small_letters.cpp
    table/table_breaker.cpp
    table/table_setter.cpp
    table/table_shape.cpp)
