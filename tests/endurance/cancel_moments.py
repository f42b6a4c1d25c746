#!/usr/bin/python3
"""Cancels and bounds one large render at many moments, and measures how long the library takes to give it up.

    cancel_moments.py SHARED_OBJECT BUILD_FOLDER MAKE_MEASURES [--measures 5000] [--moments 20]

The moments are spread over the time that the whole render takes. After each the call must end within half a second, with
status 130 for the flag and 75 for the timeout, and make nothing; at more than half of the moments it must still be at
work. Most of the time goes into giving memory back.
"""
import argparse
import ctypes
import subprocess
import sys
import threading
import time

MOST_MILLISECONDS = 500.0
CANCELLED, LIMITED = 130, 75


def library(path):
    krut = ctypes.CDLL(path)
    for name in ("krut_engine_new", "krut_request_new", "krut_cancel_flag_new", "krut_render", "krut_outcome_pdf", "krut_outcome_docx"):
        getattr(krut, name).restype = ctypes.c_void_p
    krut.krut_request_set_data.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    krut.krut_request_set_timeout.argtypes = [ctypes.c_void_p, ctypes.c_uint64]
    krut.krut_request_set_cancel_flag.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    krut.krut_render.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    for name in ("krut_outcome_pdf", "krut_outcome_docx"):
        getattr(krut, name).argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    for name in ("krut_cancel_flag_set", "krut_cancel_flag_free", "krut_outcome_free", "krut_request_free", "krut_outcome_status"):
        getattr(krut, name).argtypes = [ctypes.c_void_p]
    return krut


def folders(path):
    return (ctypes.c_char_p * 2)(path.encode(), None)


class Bench:
    def __init__(self, arguments):
        self.krut = library(arguments.shared_object)
        self.engine = self.krut.krut_engine_new(folders(arguments.build + "/fonts"), folders(arguments.build + "/layouts"))
        self.data = subprocess.run([sys.executable, arguments.make_measures, str(arguments.measures)], capture_output=True,
                                   check=True).stdout

    def render(self, flag=None, timeout=0):
        """The status, the milliseconds that the call took, and whether it made anything."""
        request = self.krut.krut_request_new()
        self.krut.krut_request_set_data(request, self.data, len(self.data))
        self.krut.krut_request_set_cancel_flag(request, flag)
        self.krut.krut_request_set_timeout(request, timeout)
        begin = time.monotonic()
        outcome = self.krut.krut_render(self.engine, request)
        took = (time.monotonic() - begin) * 1000.0
        status = self.krut.krut_outcome_status(outcome)
        makes = bool(self.krut.krut_outcome_pdf(outcome, None) or self.krut.krut_outcome_docx(outcome, None))
        self.krut.krut_outcome_free(outcome)
        self.krut.krut_request_free(request)
        return status, took, makes

    def cancelled(self, after):
        flag = self.krut.krut_cancel_flag_new()
        set_at = []

        def cancel():
            time.sleep(after / 1000.0)
            set_at.append(time.monotonic())
            self.krut.krut_cancel_flag_set(flag)

        thread = threading.Thread(target=cancel)
        thread.start()
        status, _, makes = self.render(flag=flag)
        end = time.monotonic()
        thread.join()
        self.krut.krut_cancel_flag_free(flag)
        return status, (end - set_at[0]) * 1000.0 if set_at else 0.0, makes

    def timed_out(self, after):
        status, took, makes = self.render(timeout=max(1, int(after)))
        return status, took - max(1, int(after)), makes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("shared_object")
    parser.add_argument("build")
    parser.add_argument("make_measures")
    parser.add_argument("--measures", type=int, default=5000)
    parser.add_argument("--moments", type=int, default=20)
    arguments = parser.parse_args()
    bench = Bench(arguments)
    status, whole, _ = bench.render()
    if status != 0:
        print("the whole render ended with", status)
        return 1
    print("{} measures, the whole render: {:.0f} ms".format(arguments.measures, whole))
    is_good = True
    for name, give_up, wanted in (("flag", bench.cancelled, CANCELLED), ("timeout", bench.timed_out, LIMITED)):
        worst, given_up = 0.0, 0
        for moment in range(arguments.moments):
            after = whole * 0.95 * (moment + 0.5) / arguments.moments
            status, late, makes = give_up(after)
            if status == 0:  # the render was quicker this time
                continue
            worst, given_up = max(worst, late), given_up + 1
            if status != wanted or makes or late > MOST_MILLISECONDS:
                is_good = False
                print("  {} at {:.0f} ms: status {}, {:.0f} ms late{}".format(name, after, status, late, ", made something" if makes else ""))
        print("  {}: given up at {} of {} moments, {:.0f} ms late at most".format(name, given_up, arguments.moments, worst))
        is_good = is_good and given_up > arguments.moments / 2
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
