# The part of the typeset room that sets tables; the first two know no font.
set(table_sources table/table_shape.cpp table/table_breaker.cpp)
