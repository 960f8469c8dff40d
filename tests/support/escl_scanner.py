#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scanner of the network by eSCL (AirScan) on the loopback, for tests: the JPEGs that are named lie in its feeder, the first of them on its glass too.

Says the port it listens on as its first line, and ends when its standard input does. A whole stack that was scanned is laid in again by the next job.
With --fault STATE --after N, the feeder stops after N pages with that state, e.g. ScannerAdfJam; with --hang-after N it says nothing any more instead. With --page-ms N a page takes so long, as on paper; without it none takes any.
"""
import argparse
import http.server
import os
import sys
import threading
import time

SCAN = "http://schemas.hp.com/imaging/escl/2011/05/03"
PWG = "http://www.pwg.org/schemas/2010/12/sm"
WIDTH, HEIGHT = 2550, 3508  # of the glass, in 300ths of an inch


def document(root, inner):
    return f'<?xml version="1.0" encoding="UTF-8"?><scan:{root} xmlns:scan="{SCAN}" xmlns:pwg="{PWG}">{inner}</scan:{root}>'.encode()


def capabilities(dpis):
    dots = "".join(f"<scan:DiscreteResolution><scan:XResolution>{d}</scan:XResolution><scan:YResolution>{d}</scan:YResolution></scan:DiscreteResolution>" for d in dpis)
    one = (f"<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>{WIDTH}</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>{HEIGHT}</scan:MaxHeight>"
           "<scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles><scan:SettingProfile><scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode>"
           "<scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes><scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>"
           f"<scan:SupportedResolutions><scan:DiscreteResolutions>{dots}</scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>")
    return document("ScannerCapabilities", "<pwg:Version>2.6</pwg:Version><pwg:MakeAndModel>motcua test scanner</pwg:MakeAndModel><pwg:SerialNumber>1</pwg:SerialNumber>"
                    f"<scan:Platen><scan:PlatenInputCaps>{one}</scan:PlatenInputCaps></scan:Platen><scan:Adf><scan:AdfSimplexInputCaps>{one}</scan:AdfSimplexInputCaps>"
                    f"<scan:AdfDuplexInputCaps>{one}</scan:AdfDuplexInputCaps><scan:FeederCapacity>50</scan:FeederCapacity></scan:Adf>")


class Stack:
    """What lies in the feeder, and what has gone wrong there."""

    def __init__(self, pages, options):
        self.pages, self.options = pages, options
        self.jobs = self.next = 0
        self.is_glass = False

    def begin(self, request):
        self.jobs += 1
        self.is_glass = b"Feeder</pwg:InputSource>" not in request
        if self.is_glass or self.next >= len(self.pages):
            self.next = 0
        return f"/eSCL/ScanJobs/{self.jobs}"

    def fault(self):
        return self.options.fault if self.options.fault and self.next >= self.options.after else None

    def state(self):
        return self.fault() or ("ScannerAdfLoaded" if self.next < len(self.pages) else "ScannerAdfEmpty")

    def take(self):
        """The next page; None: there is none."""
        if self.fault() or self.next >= (1 if self.is_glass else len(self.pages)):
            return None
        if 0 <= self.options.hang_after <= self.next:
            time.sleep(3600)
        time.sleep(self.options.page_ms / 1000)
        self.next += 1
        return self.pages[self.next - 1]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stack = None

    def answer(self, code, body=b"", kind="text/xml", headers=()):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path.endswith("/ScannerCapabilities"):
            self.answer(200, capabilities(self.stack.options.dpi))
        elif self.path.endswith("/ScannerStatus"):
            self.answer(200, document("ScannerStatus", f"<pwg:Version>2.6</pwg:Version><pwg:State>Idle</pwg:State><scan:AdfState>{self.stack.state()}</scan:AdfState>"))
        elif self.path.endswith("/NextDocument"):
            page = self.stack.take()
            if page is not None:
                self.answer(200, page, "image/jpeg")
            else:
                self.answer(409 if self.stack.fault() else 404)
        else:
            self.answer(404)

    def do_POST(self):
        request = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(201, headers=[("Location", self.stack.begin(request))])

    def do_DELETE(self):
        self.answer(200)

    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dpi", type=int, nargs="+", default=[300])
    parser.add_argument("--fault")
    parser.add_argument("--after", type=int, default=0)
    parser.add_argument("--hang-after", type=int, default=-1)
    parser.add_argument("--page-ms", type=int, default=0)
    parser.add_argument("--page", action="append", default=[])
    options = parser.parse_args()
    pages = []
    for path in options.page:
        with open(path, "rb") as file:
            pages.append(file.read())
    Handler.stack = Stack(pages, options)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
