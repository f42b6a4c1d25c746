#!/usr/bin/python3
"""Renders data from Python by the C face of krut: nothing is needed but the library.

    render.py LIBKRUT.so FONT_FOLDER LAYOUT_FOLDER DATA.json STEM

DATA.json becomes STEM.pdf and STEM.docx. `Engine` is what a program of your own would take over; the data may as well be
a dict that it puts together.
"""
import ctypes
import json
import pathlib
import sys


class RenderError(Exception):
    """The data cannot be rendered. `status` is the documented exit code, `faults` are dicts as of --diagnostics json."""

    def __init__(self, status, faults):
        super().__init__("\n".join(fault["message"] for fault in faults) or "status {}".format(status))
        self.status = status
        self.faults = faults


class Engine:
    """Fonts and layouts, loaded once. Any number of threads may render with it."""

    def __init__(self, library, font_folders, layout_folders):
        self._krut = load(library)
        self._engine = self._krut.krut_engine_new(array_of(font_folders), array_of(layout_folders))
        if not self._engine:
            raise MemoryError

    def close(self):
        self._krut.krut_engine_free(self._engine)
        self._engine = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def render(self, data, folder=None, seconds=60, pictures=None, image_dpi=0):
        """(pdf, docx, warnings) of a dict. Pictures that it names are taken from `pictures` (name: bytes), then read from
        `folder`; those with more dots to the inch than `image_dpi` are scaled down."""
        text = json.dumps(data, ensure_ascii=False).encode("utf-8")
        request = self._krut.krut_request_new()
        outcome = None
        try:
            if not (request and self._krut.krut_request_set_data(request, text, len(text)) and
                    self._krut.krut_request_set_data_folder(request, folder and str(folder).encode())):
                raise MemoryError
            for name, picture in (pictures or {}).items():
                if not self._krut.krut_request_set_picture(request, name.encode("utf-8"), picture, len(picture)):
                    raise MemoryError
            self._krut.krut_request_set_image_dpi(request, image_dpi)
            self._krut.krut_request_set_timeout(request, int(seconds * 1000))
            outcome = self._krut.krut_render(self._engine, request)
            if not outcome:
                raise MemoryError
            faults, status = self._faults(outcome), self._krut.krut_outcome_status(outcome)
            if status != 0:
                raise RenderError(status, faults)
            return self._bytes(self._krut.krut_outcome_pdf, outcome), self._bytes(self._krut.krut_outcome_docx, outcome), faults
        finally:
            self._krut.krut_outcome_free(outcome)
            self._krut.krut_request_free(request)

    def _faults(self, outcome):
        count = self._krut.krut_outcome_diagnostic_count(outcome)
        return [json.loads(self._krut.krut_outcome_diagnostic_json(outcome, index, b"en")) for index in range(count)]

    @staticmethod
    def _bytes(function, outcome):
        """A copy: what the library returns lives no longer than the outcome."""
        size = ctypes.c_size_t()
        return ctypes.string_at(function(outcome, ctypes.byref(size)), size.value)


def load(path):
    """The library with the types of the functions that are used here: ctypes takes pointers for int otherwise."""
    krut = ctypes.CDLL(str(path))
    pointer, texts, size = ctypes.c_void_p, ctypes.POINTER(ctypes.c_char_p), ctypes.POINTER(ctypes.c_size_t)
    for name, result, arguments in (
            ("krut_engine_new", pointer, [texts, texts]),
            ("krut_engine_free", None, [pointer]),
            ("krut_request_new", pointer, []),
            ("krut_request_free", None, [pointer]),
            ("krut_request_set_data", ctypes.c_int, [pointer, ctypes.c_char_p, ctypes.c_size_t]),
            ("krut_request_set_data_folder", ctypes.c_int, [pointer, ctypes.c_char_p]),
            ("krut_request_set_picture", ctypes.c_int, [pointer, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t]),
            ("krut_request_set_image_dpi", None, [pointer, ctypes.c_int]),
            ("krut_request_set_timeout", None, [pointer, ctypes.c_uint64]),
            ("krut_render", pointer, [pointer, pointer]),
            ("krut_outcome_free", None, [pointer]),
            ("krut_outcome_status", ctypes.c_int, [pointer]),
            ("krut_outcome_pdf", pointer, [pointer, size]),
            ("krut_outcome_docx", pointer, [pointer, size]),
            ("krut_outcome_diagnostic_count", ctypes.c_size_t, [pointer]),
            ("krut_outcome_diagnostic_json", ctypes.c_char_p, [pointer, ctypes.c_size_t, ctypes.c_char_p]),
    ):
        function = getattr(krut, name)
        function.restype, function.argtypes = result, arguments
    return krut


def array_of(folders):
    """Paths as C has them: an array that ends with NULL."""
    return (ctypes.c_char_p * (len(folders) + 1))(*(str(folder).encode() for folder in folders), None)


def main():
    if len(sys.argv) != 6:
        print("usage: render.py LIBKRUT.so FONT_FOLDER LAYOUT_FOLDER DATA.json STEM", file=sys.stderr)
        return 2
    library, fonts, layouts, path, stem = sys.argv[1:]
    data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    with Engine(library, [fonts], [layouts]) as engine:
        try:
            pdf, docx, warnings = engine.render(data, pathlib.Path(path).resolve().parent)
        except RenderError as error:
            print(error, file=sys.stderr)
            return error.status
    for warning in warnings:
        print(warning["message"], file=sys.stderr)
    pathlib.Path(stem + ".pdf").write_bytes(pdf)
    pathlib.Path(stem + ".docx").write_bytes(docx)
    return 0


if __name__ == "__main__":
    sys.exit(main())
